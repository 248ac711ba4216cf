const STYLE = /<style\b[^>]*>([^]*?)<\/style>/gi
const DARK = /\(prefers-color-scheme:\s*dark\)/g

/**
 * Shows an email in a frame that has no scripts. The policy of the page around it, which the frame inherits, allows
 * neither `<style>` nor `style` attributes in markup: they are set by script instead.
 *
 * @param dark as mail programs show it that prefer dark colours
 */
export function showMail(frame: HTMLIFrameElement, html: string, dark: boolean): void {
  const target = frame.contentDocument
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (!target || !view) {
    return
  }
  const styles: string[] = []
  const markup = html
    .replace(/<!--[^]*?-->/g, '')
    .replace(STYLE, (_element, text: string) => {
      styles.push(text.replace(DARK, dark ? 'all' : 'not all'))
      return ''
    })
    .replace(/\sstyle="/gi, ' data-style="')
  const page = new DOMParser().parseFromString(markup, 'text/html')
  page.querySelectorAll('script, link, meta, base, title').forEach((element) => element.remove())
  target.adoptedStyleSheets = styles.map((text) => {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  target.documentElement.lang = page.documentElement.lang
  target.documentElement.dir = page.documentElement.dir
  target.documentElement.style.colorScheme = dark ? 'dark' : 'light'
  target.body.className = page.body.className
  target.body.style.cssText = page.body.dataset.style ?? ''
  target.body.replaceChildren(
    ...[...page.body.childNodes].map((node) => target.importNode(node, true)),
  )
  for (const element of target.body.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? ''
    delete element.dataset.style
  }
}
