export const LAYOUTS = ['subscribe_form', 'subscribe_form_mini', 'info'] as const

/** Empty is what the reader's device prefers. */
export const THEMES = ['', 'light', 'dark'] as const

/** Heights before a widget says its own, as sites without script never hear it. */
const HEIGHTS: Readonly<Record<string, number>> = {
  info: 150,
  subscribe_form: 390,
  subscribe_form_mini: 142,
}

interface Choice {
  layout: string
  theme: string
  lang: string
}

/** Where the widget of a channel is, with what was chosen; what was not is left out. */
export function widgetAddress(origin: string, list: string, choice: Choice): string {
  return `${origin}/${encodeURIComponent(list)}/widget${queryOf(choice)}`
}

/** Where the widget of a post is. */
export function postWidgetAddress(
  origin: string,
  list: string,
  post: string,
  choice: Choice,
): string {
  const path = [list, 'p', post, 'widget'].map(encodeURIComponent).join('/')
  return `${origin}/${path}${queryOf(choice)}`
}

function queryOf(choice: Choice): string {
  const query = new URLSearchParams(Object.entries(choice).filter(([, value]) => value)).toString()
  return query && `?${query}`
}

/** The code that puts a widget into a page. Its title is what screen readers say about the frame. */
export function frameOf(address: string, title: string): string {
  const layout = new URL(address).searchParams.get('layout') ?? ''
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%"` +
    ` height="${HEIGHTS[layout] ?? 390}" frameborder="0" loading="lazy"></iframe>`
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
