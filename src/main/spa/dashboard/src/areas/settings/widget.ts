export const LAYOUTS = ['subscribe_form', 'subscribe_form_mini', 'info'] as const

/** Empty is what the reader's device prefers. */
export const THEMES = ['', 'light', 'dark'] as const

/** Heights before the widget says its own, as sites without script never hear it. */
const HEIGHTS: Readonly<Record<string, number>> = {
  info: 150,
  subscribe_form: 390,
  subscribe_form_mini: 142,
}

/** Where the widget of a channel is, with what was chosen; what was not is left out. */
export function widgetAddress(
  origin: string,
  list: string,
  choice: { layout: string; theme: string; lang: string },
): string {
  const chosen = Object.entries(choice).filter(([, value]) => value)
  const query = new URLSearchParams(chosen).toString()
  return `${origin}/${encodeURIComponent(list)}/widget${query && `?${query}`}`
}

/** The code that puts the widget into a page. */
export function frameOf(address: string): string {
  const layout = new URL(address).searchParams.get('layout') ?? ''
  const src = address.replaceAll('&', '&amp;')
  return `<iframe src="${src}" width="100%" height="${HEIGHTS[layout] ?? 390}" frameborder="0" loading="lazy"></iframe>`
}
