/**
 * What static pages mount into places of theirs: `<div data-quaily="name">`. A part of the page's life in the browser is
 * loaded only where such a place is, and for most parts only once the reader comes near it.
 */
type Mount = (place: HTMLElement) => void | Promise<void>

const parts: Readonly<Record<string, () => Promise<{ mount: Mount }>>> = {
  acts: () => import('./acts'),
  comments: () => import('./comments'),
  frame: () => import('./frame'),
  notes: () => import('./notes'),
  paid: () => import('./paid'),
  post: () => import('./post'),
  subscribe: () => import('./subscribe'),
}

/** What the reader meets at once, and what acts on the whole page. */
const AT_ONCE = ['frame', 'paid', 'post']

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        near.unobserve(target)
        mount(target as HTMLElement)
      }
    }
  },
  { rootMargin: '300px' },
)

function mount(place: HTMLElement) {
  parts[place.dataset.quaily ?? '']?.()
    .then((part) => part.mount(place))
    .catch(console.warn)
}

for (const place of document.querySelectorAll<HTMLElement>('[data-quaily]')) {
  if (AT_ONCE.includes(place.dataset.quaily ?? '')) {
    mount(place)
  } else {
    near.observe(place)
  }
}
