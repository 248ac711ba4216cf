import { StateField, type EditorState, type Range } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { isEmbed, readImage, type ImageText } from '../images/markdown'
import { host } from './host'

/** Images and embeds as small previews below their lines. */
export const pictures = StateField.define<DecorationSet>({
  create: previews,
  update: (old, transaction) => (transaction.docChanged ? previews(transaction.state) : old),
  provide: (self) => EditorView.decorations.from(self),
})

function previews(state: EditorState): DecorationSet {
  const found: Range<Decoration>[] = []
  let at = 0
  let isInCode = false
  for (const text of state.doc.iterLines()) {
    if (/^\s{0,3}(```|~~~)/.test(text)) {
      isInCode = !isInCode
    }
    const image = !isInCode && text.includes('![') ? readImage(text) : null
    if (image) {
      found.push(
        Decoration.widget({ widget: new Preview(image, at), block: true, side: 1 }).range(
          at + text.length,
        ),
      )
    }
    at += text.length + 1
  }
  return Decoration.set(found)
}

class Preview extends WidgetType {
  constructor(
    private readonly image: ImageText,
    private readonly lineStart: number,
  ) {
    super()
  }

  override eq({ image, lineStart }: Preview) {
    return JSON.stringify(image) === JSON.stringify(this.image) && lineStart === this.lineStart
  }

  override get estimatedHeight() {
    return isEmbed(this.image.url) ? 44 : 160
  }

  override updateDOM(dom: HTMLElement) {
    if (dom.dataset.image !== JSON.stringify(this.image)) {
      return false
    }
    dom.dataset.lineStart = String(this.lineStart)
    return true
  }

  override toDOM(view: EditorView) {
    const { alt, url, caption } = this.image
    const { say, openImage } = view.state.facet(host)
    const dom = document.createElement('button')
    dom.type = 'button'
    dom.className = 'cm-picture'
    dom.dataset.image = JSON.stringify(this.image)
    dom.dataset.lineStart = String(this.lineStart)
    dom.title = say('editor.editImage', { name: alt || caption || url })
    dom.onclick = () => openImage(Number(dom.dataset.lineStart))
    if (isEmbed(url) || !/^(https?:|\/)/.test(url)) {
      dom.classList.add('cm-embed')
      dom.textContent = `▸ ${alt || url.replace(/^https?:\/\/(www\.)?/, '')}`
      return dom
    }
    const picture = document.createElement('img')
    picture.src = url
    picture.alt = alt
    picture.loading = 'lazy'
    picture.onload = () => view.requestMeasure()
    picture.onerror = () => {
      dom.classList.add('cm-embed')
      dom.textContent = say('editor.noPicture')
    }
    dom.append(picture)
    if (!alt) {
      const note = document.createElement('span')
      note.textContent = say('editor.noAlt')
      dom.append(note)
    }
    return dom
  }

  override ignoreEvent() {
    return true
  }
}
