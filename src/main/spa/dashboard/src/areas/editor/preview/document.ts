const STYLE = /<style\b[^>]*>([^]*?)<\/style>/gi

/**
 * Shows a page of the server in a frame that has no scripts. Its style sheets become constructed ones, as the policy of
 * the page around it, which the frame inherits, allows no `<style>`.
 */
export function showPage(frame: HTMLIFrameElement, html: string): void {
  const target = frame.contentDocument
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (!target || !view) {
    return
  }
  const styles: string[] = []
  // Taken out beforehand: the policy would complain about each of them in the parsed page.
  const markup = html.replace(STYLE, (_element, text: string) => {
    styles.push(text)
    return ''
  })
  const page = new DOMParser().parseFromString(markup, 'text/html')
  const sheets = styles.map((text) => {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  page.querySelectorAll('script, link, meta, base').forEach((element) => element.remove())
  for (const { name, value } of page.documentElement.attributes) {
    target.documentElement.setAttribute(name, value)
  }
  const scrollTop = target.scrollingElement?.scrollTop ?? 0
  target.adoptedStyleSheets = sheets
  target.body.className = page.body.className
  target.body.replaceChildren(
    ...[...page.body.childNodes].map((node) => target.importNode(node, true)),
  )
  target.title = page.title
  target.scrollingElement?.scrollTo(0, scrollTop)
}

/** Links of the page open beside the editor; forms and buttons do nothing. */
export function onClick(event: Event): void {
  const link = (event.target as Element | null)?.closest?.('a[href]')
  const href = link?.getAttribute('href') ?? ''
  if (href.startsWith('#')) {
    return
  }
  event.preventDefault()
  if (link) {
    window.open((link as HTMLAnchorElement).href, '_blank', 'noopener')
  }
}

/** Points that lie at the same place in both: a line of the text, and pixels from the top of the page. */
export interface Anchor {
  line: number
  top: number
}

/** Where a line of the text is on the page, between the two points around it. */
export function positionOf(anchors: readonly Anchor[], line: number): number {
  const next = anchors.findIndex((anchor) => anchor.line > line)
  const after = anchors[next]
  const before = anchors[(next < 0 ? anchors.length : next) - 1]
  if (!before) {
    return 0
  }
  if (!after) {
    return before.top
  }
  const share = (line - before.line) / (after.line - before.line)
  return before.top + share * (after.top - before.top)
}

/** Headings are in the same order in both; between them the text is taken as even. */
export function anchorsOf(
  page: Document,
  headingLines: readonly number[],
  lines: number,
): Anchor[] {
  const top = (element: Element) =>
    element.getBoundingClientRect().top + (page.defaultView?.scrollY ?? 0)
  const prose = page.querySelector('.prose')
  if (!prose) {
    return []
  }
  const headings = [...prose.querySelectorAll(':scope > :is(h1, h2, h3, h4, h5, h6)')]
  const shown = headings.length === headingLines.length ? headings : []
  return [
    { line: 1, top: 0 },
    ...shown
      .map((heading, index) => ({ line: headingLines[index] as number, top: top(heading) - 16 }))
      .filter(({ line }) => line > 1),
    { line: lines + 1, top: top(prose) + prose.getBoundingClientRect().height },
  ]
}
