/**
 * What static pages mount into places of theirs: `<div data-quaily="name">`. A part of the page's life in the browser is
 * loaded only where such a place is.
 */
type Mount = (place: HTMLElement) => void

const parts: Readonly<Record<string, () => Promise<{ mount: Mount }>>> = {}

for (const place of document.querySelectorAll<HTMLElement>('[data-quaily]')) {
  const load = parts[place.dataset.quaily ?? '']
  if (load) {
    load().then(({ mount }) => mount(place), console.warn)
  }
}
