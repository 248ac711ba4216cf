/**
 * A page that other sites frame. Its address says how it looks: `theme` light or dark, `layout` info, subscribe_form or
 * subscribe_form_mini, `lang`. It tells the page around it how high it is, now and whenever that changes.
 */
export function mount(place: HTMLElement) {
  const params = new URLSearchParams(location.search)
  const theme = params.get('theme')
  if (theme === 'light' || theme === 'dark') {
    force(theme)
  }
  place.dataset.layout = params.get('layout') ?? ''
  speak(place, params.get('lang')?.slice(0, 2) ?? '')
  if (parent !== window) {
    const report = () => {
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
      parent.postMessage({ action: 'resize', height }, '*')
    }
    new ResizeObserver(report).observe(document.documentElement)
    report()
  }
}

/** Makes the rules for dark systems those of the page, or of none. */
function force(theme: 'light' | 'dark') {
  document.documentElement.style.colorScheme = theme
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSMediaRule && rule.media.mediaText.includes('prefers-color-scheme')) {
        rule.media.mediaText = theme === 'dark' ? 'all' : 'not all'
      }
    }
  }
}

/** Puts the texts of another language in the place of the page's own; the page carries all of them. */
function speak(place: HTMLElement, language: string) {
  const texts = place.querySelector<HTMLTemplateElement>(
    `template[data-lang="${CSS.escape(language)}"]`,
  )
  if (!texts) {
    return
  }
  document.documentElement.lang = texts.lang
  for (const source of texts.content.querySelectorAll<HTMLElement>('[data-for]')) {
    for (const target of place.querySelectorAll(`[data-text="${source.dataset.for}"]`)) {
      target.textContent = source.textContent
    }
  }
}
