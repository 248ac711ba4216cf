import { EditorSelection, type ChangeSpec, type EditorState, type Line } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** A change of the text at the selection. False when there is nothing to change. */
export type Act = (view: EditorView) => boolean

/**
 * Puts marks such as `**` around each selection, or takes them away. Without a selection, around the word at the
 * cursor; at no word, the cursor comes to stand between the marks.
 */
export function wrap(open: string, close = open): Act {
  return (view) => {
    const { state } = view
    view.dispatch(
      state.changeByRange((range) => {
        const word = range.empty ? state.wordAt(range.head) : null
        const { from, to } = word ?? range
        const isOutside =
          state.sliceDoc(from - open.length, from) === open &&
          state.sliceDoc(to, to + close.length) === close &&
          !isLongerMark(state, from - open.length, open)
        if (isOutside) {
          return {
            changes: [
              { from: from - open.length, to: from },
              { from: to, to: to + close.length },
            ],
            range: EditorSelection.range(range.anchor - open.length, range.head - open.length),
          }
        }
        return {
          changes: [
            { from, insert: open },
            { from: to, insert: close },
          ],
          range: EditorSelection.range(range.anchor + open.length, range.head + open.length),
        }
      }),
      { userEvent: 'input', scrollIntoView: true },
    )
    view.focus()
    return true
  }
}

/** `*` before a `*` belongs to `**`. */
function isLongerMark(state: EditorState, at: number, mark: string): boolean {
  return (
    mark.length === 1 &&
    state.sliceDoc(at - 1, at) === mark &&
    state.sliceDoc(at - 2, at - 1) !== mark
  )
}

function selectedLines(state: EditorState): Line[] {
  const lines = new Map<number, Line>()
  for (const { from, to } of state.selection.ranges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at)
      lines.set(line.number, line)
      at = line.to + 1
    }
  }
  return [...lines.values()]
}

const LINE_MARK = /^(\s*)(#{1,6} |> |[-*+] \[[ xX]\] |[-*+] |\d+[.)] )?/

/** Begins each selected line with a mark in place of another one; takes it away when all lines have it already. */
export function prefix(mark: string | ((index: number) => string)): Act {
  return (view) => {
    const lines = selectedLines(view.state).filter(
      (line, _index, all) => all.length === 1 || line.text.trim() !== '',
    )
    const wanted = lines.map((_line, index) => (typeof mark === 'string' ? mark : mark(index)))
    const has = lines.every((line, index) =>
      line.text.trimStart().startsWith(wanted[index] as string),
    )
    const changes: ChangeSpec[] = lines.map((line, index) => {
      const [, indent = '', present = ''] = LINE_MARK.exec(line.text) as RegExpExecArray
      const from = line.from + indent.length
      return { from, to: from + present.length, insert: has ? '' : wanted[index] }
    })
    const transaction = view.state.changes(changes)
    view.dispatch({
      changes: transaction,
      // Behind the mark, also where the line was empty.
      selection: view.state.selection.map(transaction, 1),
      userEvent: 'input',
      scrollIntoView: true,
    })
    view.focus()
    return true
  }
}

/**
 * Inserts a block with empty lines around it. `«»` marks where the cursor comes to stand, `«word»` what is
 * selected.
 */
export function block(template: string): Act {
  return (view) => {
    const { state } = view
    const { from, to } = state.selection.main
    const line = state.doc.lineAt(to)
    const isOnEmptyLine = line.text.trim() === ''
    const start = isOnEmptyLine ? line.from : line.to
    const before = state.sliceDoc(0, start)
    const selected = state.sliceDoc(from, to)
    const { text, anchor, head } = withCursor(template, isOnEmptyLine ? '' : selected)
    const above = before === '' ? '' : '\n'.repeat(Math.max(0, 2 - trailingBreaks(before)))
    const below =
      isOnEmptyLine && state.sliceDoc(line.to, line.to + 2).startsWith('\n\n') ? '' : '\n'
    const at = start + above.length
    view.dispatch({
      changes: { from: start, to: line.to, insert: above + text + below },
      selection: { anchor: at + anchor, head: at + head },
      userEvent: 'input',
      scrollIntoView: true,
    })
    view.focus()
    return true
  }
}

function trailingBreaks(text: string): number {
  return /\n*$/.exec(text)?.[0].length ?? 0
}

/** Inserts text in place of the selection; `«»` as in `block`. */
export function inline(template: string): Act {
  return (view) => {
    const { from, to } = view.state.selection.main
    const { text, anchor, head } = withCursor(template, view.state.sliceDoc(from, to))
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + anchor, head: from + head },
      userEvent: 'input',
      scrollIntoView: true,
    })
    view.focus()
    return true
  }
}

/** Cursor marks are «», which no template needs as text: `«word»` is selected, `«»` is where the cursor stands. */
function withCursor(template: string, selected: string) {
  const anchor = template.indexOf('«')
  const inner = template.slice(anchor + 1, template.indexOf('»')) || selected
  const text = template.replace(/«[^»]*»/, () => inner)
  return anchor < 0
    ? { text, anchor: text.length, head: text.length }
    : { text, anchor, head: anchor + inner.length }
}

/** A link around the selection, or the cursor where its text goes. */
export const link: Act = (view) => {
  const { from, to } = view.state.selection.main
  const selected = view.state.sliceDoc(from, to)
  return isWebAddress(selected)
    ? inline(`[«»](${selected})`)(clearSelection(view))
    : inline(`[${escapeLinkText(selected)}](«https://»)`)(view)
}

function clearSelection(view: EditorView): EditorView {
  const { from, to } = view.state.selection.main
  view.dispatch({ changes: { from, to }, selection: { anchor: from } })
  return view
}

export const escapeLinkText = (text: string) => text.replace(/[[\]]/g, '\\$&')

/** Whether a text is one web address and nothing else. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text.trim()) && URL.canParse(text.trim())
}

/** A footnote: its mark at the cursor, its text at the end of the part (free or paid) in which the cursor stands. */
export const footnote: Act = (view) => {
  const text = view.state.doc.toString()
  const { to } = view.state.selection.main
  const numbers = [...text.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number))
  const mark = `[^${Math.max(0, ...numbers) + 1}]`
  // In the empty lines at the end the mark comes first, too, and its text below it.
  const end = Math.max(to, endOfPart(text, to))
  const isHere = end === to
  const gap = '\n'.repeat(isHere ? 2 : Math.max(0, 2 - trailingBreaks(text.slice(0, end))))
  const note = `${/\n\[\^[^\]]+\]:[^\n]*\n?$/.test(text.slice(0, end)) ? gap.slice(1) : gap}${mark}: `
  const after = end < text.trimEnd().length ? '\n\n' : ''
  view.dispatch({
    changes: [
      { from: to, insert: mark },
      { from: end, insert: note + after },
    ],
    selection: { anchor: end + mark.length + note.length },
    userEvent: 'input',
    scrollIntoView: true,
  })
  view.focus()
  return true
}

/** Where the paid line is; -1 without one. In code it is text. */
export function paywallAt(text: string): number {
  let isInCode = false
  let at = 0
  for (const line of text.split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) {
      isInCode = !isInCode
    } else if (!isInCode && /^[>\s]*<!--\s*paywall\s*-->\s*$/i.test(line)) {
      return at
    }
    at += line.length + 1
  }
  return -1
}

function endOfPart(text: string, position: number): number {
  const paywall = paywallAt(text)
  const end = paywall >= 0 && position <= paywall ? paywall : text.length
  return end - (/\s*$/.exec(text.slice(0, end))?.[0].length ?? 0)
}

/** The paid line, unless there is one already: then the cursor goes there. */
export const paywall: Act = (view) => {
  const at = paywallAt(view.state.doc.toString())
  if (at < 0) {
    return block('<!--paywall-->\n\n«»')(view)
  }
  view.dispatch({ selection: { anchor: at }, scrollIntoView: true })
  view.focus()
  return true
}
