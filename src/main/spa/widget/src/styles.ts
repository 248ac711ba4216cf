const adopted = new Set<string>()

/** Adds a part's styles to the page, once. Pages allow no `<style>` elements that scripts write. */
export function adopt(css: string): void {
  if (!adopted.has(css)) {
    adopted.add(css)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
  }
}
