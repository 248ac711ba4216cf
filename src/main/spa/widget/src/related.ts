import css from './related.css?inline'
import { element } from './dom'
import { adopt } from './styles'
import type { Text } from './texts'

const MOST = 3

/** A post that is similar to the one on the page. */
export interface Related {
  slug: string
  title: string
  summary: string
}

/** Links to similar posts of the channel, before the comments; not those that the page links to anyway. */
export function showRelated(main: HTMLElement, posts: readonly Related[], text: Text) {
  const linked = new Set(
    [...main.querySelectorAll<HTMLAnchorElement>('.neighbours a')].map(({ href }) => href),
  )
  const links = posts
    .map(linkTo)
    .filter(({ href }) => !linked.has(href))
    .slice(0, MOST)
  if (links.length > 0) {
    adopt(css)
    const list = element('ul', {}, ...links.map((link) => element('li', {}, link)))
    const title = element('h2', { className: 'rubric', id: 'page_related' }, text('related'))
    main.insertBefore(
      element('nav', { className: 'related', 'aria-labelledby': title.id }, title, list),
      main.querySelector('.comments'),
    )
  }
}

/** The posts of a channel lie beside each other. */
function linkTo({ slug, title, summary }: Related): HTMLAnchorElement {
  const href = new URL(encodeURIComponent(slug), location.href).href
  const about = title && summary ? [element('span', {}, summary)] : []
  return element('a', { href }, element('b', {}, title || summary || slug), ...about)
}
