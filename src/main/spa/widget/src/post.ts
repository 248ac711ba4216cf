import { element } from './dom'
import { mount as frame } from './frame'

/** What a post's own page says about it to search engines. */
interface Article {
  '@type': string
  headline: string
  url: string
  description?: string
  datePublished?: string
  inLanguage: string
  isAccessibleForFree: boolean
}

/**
 * The card of a post in a frame on another site. One page serves all posts of a channel; what it shows is in the page of
 * the post, whose address is that of the card without its last segment.
 */
export async function mount(place: HTMLElement) {
  frame(place)
  const response = await fetch(location.pathname.replace(/\/widget$/, ''))
  if (!response.ok) {
    throw new Error(`The post's page answered ${response.status}`)
  }
  // Styles would be applied even there, which the policy of this page forbids.
  const html = (await response.text()).replace(/<style>.*?<\/style>/s, '')
  show(place, new DOMParser().parseFromString(html, 'text/html'))
}

/** Nothing that is already to be seen moves: all that comes in stands below it. */
function show(place: HTMLElement, page: Document) {
  const article = articleOf(page)
  const heading = place.querySelector<HTMLElement>('h1')
  const link = heading?.querySelector('a')
  const facts = place.querySelector<HTMLElement>('.facts')
  const paid = facts?.querySelector<HTMLElement>('[data-text=paid]')
  if (!article || !heading || !link || !facts || !paid) {
    throw new Error('The post’s page does not say what it is')
  }
  document.title = article.headline
  const language = { lang: article.inLanguage, dir: page.documentElement.dir }
  Object.assign(heading, language)
  link.href = article.url
  link.textContent = article.headline
  if (article.description) {
    heading.after(element('p', { className: 'summary', ...language }, article.description))
  }
  if (article.datePublished) {
    facts.prepend(time(article.datePublished))
  }
  if (article.isAccessibleForFree) {
    paid.remove()
  } else {
    paid.hidden = false
  }
  facts.after(...cover(page))
}

function articleOf(page: Document): Article | undefined {
  const data = page.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}'
  const { '@graph': nodes = [] } = JSON.parse(data) as { '@graph'?: Article[] }
  return nodes.find((node) => node['@type'] === 'Article')
}

function time(iso: string): HTMLElement {
  const { lang } = document.documentElement
  const text = new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date(iso))
  return element('time', { dateTime: iso }, text)
}

/** The picture in all its sizes, if there is one. */
function cover(page: Document): HTMLElement[] {
  const shown = page.querySelector<HTMLImageElement>('.cover img')
  if (!shown) {
    return []
  }
  const picture = document.importNode(shown)
  picture.sizes = '(max-width: 36rem) 100vw, 36rem'
  return [element('figure', { className: 'cover' }, picture)]
}
