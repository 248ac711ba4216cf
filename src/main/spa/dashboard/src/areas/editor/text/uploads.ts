import { StateEffect, StateField, type EditorState } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { altFrom, writeImage } from '../images/markdown'
import { dataUrl } from '../images/upload'
import { host } from './host'

/** An image on its way to the server, shown below the line at `position`. */
interface Upload {
  id: number
  position: number
  file: File
  picture: string
  progress: number
  failure: string
}

const change = StateEffect.define<Partial<Upload> & { id: number }>()
const remove = StateEffect.define<number>()
const running = new Map<number, AbortController>()
let lastId = 0

const field = StateField.define<readonly Upload[]>({
  create: () => [],
  update(uploads, transaction) {
    let next = transaction.docChanged
      ? uploads.map((one) => ({ ...one, position: transaction.changes.mapPos(one.position, 1) }))
      : uploads
    for (const effect of transaction.effects) {
      if (effect.is(remove)) {
        next = next.filter(({ id }) => id !== effect.value)
      } else if (effect.is(change)) {
        const known = next.find(({ id }) => id === effect.value.id)
        next = known
          ? next.map((one) => (one === known ? { ...one, ...effect.value } : one))
          : [...next, effect.value as Upload]
      }
    }
    return next
  },
  provide: (self) => EditorView.decorations.from(self, widgets),
})

function widgets(uploads: readonly Upload[]): DecorationSet {
  return Decoration.set(
    uploads.map((one) =>
      Decoration.widget({ widget: new UploadWidget(one), block: true, side: 2 }).range(
        one.position,
      ),
    ),
    true,
  )
}

class UploadWidget extends WidgetType {
  constructor(private readonly upload: Upload) {
    super()
  }

  override eq(other: UploadWidget) {
    return other.upload === this.upload
  }

  override updateDOM(dom: HTMLElement, view: EditorView) {
    if (dom.dataset.id !== String(this.upload.id)) {
      return false
    }
    this.fill(dom, view)
    return true
  }

  override toDOM(view: EditorView) {
    const dom = document.createElement('div')
    dom.className = 'cm-upload'
    dom.dataset.id = String(this.upload.id)
    const picture = document.createElement('img')
    picture.src = this.upload.picture
    picture.alt = ''
    dom.append(picture, document.createElement('div'))
    this.fill(dom, view)
    return dom
  }

  private fill(dom: HTMLElement, view: EditorView) {
    const { id, file, progress, failure } = this.upload
    const { say } = view.state.facet(host)
    const state = dom.lastElementChild as HTMLElement
    if (failure) {
      const text = document.createElement('p')
      text.textContent = failure
      state.replaceChildren(
        text,
        button(say('editor.retryUpload'), () => void send(view, id, file)),
        button(say('editor.dropUpload'), () => view.dispatch({ effects: remove.of(id) })),
      )
      return
    }
    const bar = state.querySelector('progress') ?? document.createElement('progress')
    bar.max = 1
    bar.value = progress
    bar.setAttribute('aria-label', say('editor.uploading', { name: file.name }))
    if (!bar.isConnected) {
      state.replaceChildren(
        bar,
        button(say('ui.cancel'), () => cancel(view, id)),
      )
    }
  }

  override ignoreEvent() {
    return true
  }
}

function button(text: string, act: () => void) {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = text
  made.onclick = act
  return made
}

function cancel(view: EditorView, id: number) {
  running.get(id)?.abort()
  view.dispatch({ effects: remove.of(id) })
}

/** Sends images, shown at once at a position of the text; each becomes Markdown when the server has it. */
export async function uploadImages(view: EditorView, files: readonly File[], position?: number) {
  const line = view.state.doc.lineAt(position ?? view.state.selection.main.to)
  await Promise.all(
    files.map(async (file) => {
      const id = ++lastId
      const picture = await dataUrl(file)
      const at = Math.min(line.to, view.state.doc.length)
      view.dispatch({
        effects: change.of({ id, file, picture, position: at, progress: 0, failure: '' }),
      })
      await send(view, id, file)
    }),
  )
}

/** Sends again what could not be sent. */
export function retryUploads(view: EditorView) {
  for (const { id, file } of uploadsOf(view.state).filter(({ failure }) => failure)) {
    void send(view, id, file)
  }
}

async function send(view: EditorView, id: number, file: File) {
  const { upload, explain } = view.state.facet(host)
  const stopper = new AbortController()
  running.set(id, stopper)
  view.dispatch({ effects: change.of({ id, progress: 0, failure: '' }) })
  try {
    const url = await upload(
      file,
      (progress) => view.dispatch({ effects: change.of({ id, progress }) }),
      stopper.signal,
    )
    await composed(view)
    insert(view, id, writeImage({ alt: altFrom(file.name), url, width: '', caption: '' }))
  } catch (error) {
    if (!stopper.signal.aborted) {
      view.dispatch({ effects: change.of({ id, failure: explain(error) }) })
    }
  } finally {
    running.delete(id)
  }
}

function insert(view: EditorView, id: number, markdown: string) {
  const one = view.state.field(field).find((upload) => upload.id === id)
  if (!one) {
    return
  }
  const { from, to, text, after } = paragraph(view.state, one.position, markdown)
  const { head } = view.state.selection.main
  view.dispatch({
    changes: { from, to, insert: text },
    effects: remove.of(id),
    // Whoever goes on writing begins a paragraph below the image.
    ...(head >= from && head <= to && { selection: { anchor: after } }),
    userEvent: 'input.upload',
  })
}

/** Where `markdown` goes as a paragraph of its own, below the line at `position` or in its place if it is empty. */
export function paragraph(state: EditorState, position: number, markdown: string) {
  const line = state.doc.lineAt(position)
  const isEmpty = line.text.trim() === ''
  const from = isEmpty ? line.from : line.to
  const isOpenAbove = isEmpty && line.number > 1 && state.doc.line(line.number - 1).text.trim()
  const above = isEmpty ? (isOpenAbove ? '\n' : '') : '\n\n'
  const breaks = /^\n{0,2}/.exec(state.sliceDoc(line.to, line.to + 2))?.[0].length ?? 0
  const below = '\n'.repeat(2 - breaks)
  return {
    from,
    to: line.to,
    text: above + markdown + below,
    after: from + above.length + markdown.length + 2,
  }
}

/** Resolves when no input method composes: a change of the text would end its work. */
export async function composed(view: EditorView) {
  while (view.composing) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export const uploadsOf = (state: EditorState) => state.field(field, false) ?? []
export const uploads = field
