import { HighlightStyle, syntaxHighlighting, syntaxTree } from '@codemirror/language'
import { StateEffect, StateField, type Range } from '@codemirror/state'
import {
  Decoration,
  EditorView,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { MarkdownConfig } from '@lezer/markdown'

/** `==marked==`, as the server reads it. */
export const marked: MarkdownConfig = {
  defineNodes: [
    { name: 'Marked', style: tags.special(tags.content) },
    { name: 'MarkedMark', style: tags.processingInstruction },
  ],
  parseInline: [
    {
      name: 'Marked',
      parse(context, next, position) {
        if (next !== 61 || context.char(position + 1) !== 61) {
          return -1
        }
        const before = context.slice(position - 1, position)
        const after = context.slice(position + 2, position + 3)
        return context.addDelimiter(
          MARKED,
          position,
          position + 2,
          !/^\s?$/.test(after),
          !/^\s?$/.test(before),
        )
      },
      after: 'Emphasis',
    },
  ],
}
const MARKED = { resolve: 'Marked', mark: 'MarkedMark' }

const style = HighlightStyle.define([
  { tag: tags.heading1, fontSize: '1.6em', fontWeight: '700', lineHeight: '1.3' },
  { tag: tags.heading2, fontSize: '1.4em', fontWeight: '700', lineHeight: '1.3' },
  { tag: tags.heading3, fontSize: '1.2em', fontWeight: '700', lineHeight: '1.4' },
  { tag: [tags.heading4, tags.heading5, tags.heading6], fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.special(tags.content), backgroundColor: 'var(--marker)' },
  { tag: tags.monospace, fontFamily: 'var(--mono)', fontSize: '0.9em' },
  {
    tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName, tags.meta],
    color: 'var(--soft)',
  },
  { tag: [tags.url, tags.link], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--soft)' },
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.number, tags.bool], color: 'var(--warning)' },
])

const view = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--ink)',
    fontSize: 'var(--text-size)',
    backgroundColor: 'transparent',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--face)',
    lineHeight: '1.6',
    overflow: 'auto',
    overscrollBehavior: 'contain',
  },
  '.cm-content': {
    width: '100%',
    maxWidth: 'var(--measure)',
    margin: '0 auto',
    padding: 'var(--space-2) var(--gutter) 40vh',
    boxSizing: 'border-box',
    caretColor: 'var(--ink)',
  },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--soft)' },
  '.cm-line.cm-quote': { paddingInlineStart: '1em', boxShadow: 'inset 2px 0 var(--edge)' },
  '.cm-line.cm-code': {
    backgroundColor: 'var(--panel)',
    fontFamily: 'var(--mono)',
    fontSize: '0.85em',
    padding: '0 0.75em',
  },
  '.cm-line.cm-paywall': {
    margin: '0.5em 0',
    padding: '0.25em 0',
    borderTop: '1px dashed var(--accent)',
    borderBottom: '1px dashed var(--accent)',
    color: 'var(--accent)',
    textAlign: 'center',
    fontFamily: 'var(--sans)',
    fontSize: '0.8em',
  },
  '&.cm-focus-mode .cm-line:not(.cm-current)': { opacity: '0.35' },
  '.cm-picture, .cm-upload': {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    margin: '8px 0',
    padding: '0',
    border: '0',
    background: 'none',
    color: 'var(--soft)',
    font: '13px/1.4 var(--sans)',
    textAlign: 'start',
    cursor: 'pointer',
  },
  '.cm-picture img, .cm-upload img': {
    maxWidth: 'min(100%, 320px)',
    maxHeight: '180px',
    borderRadius: '6px',
    display: 'block',
  },
  '.cm-upload': { cursor: 'default', flexWrap: 'wrap' },
  '.cm-upload img': { opacity: '0.6', maxWidth: '160px' },
  '.cm-upload > div': { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px' },
  '.cm-upload p': { margin: '0', color: 'var(--danger)', flexBasis: '100%' },
  '.cm-upload progress': { accentColor: 'var(--accent)', width: '160px' },
  '.cm-embed': {
    padding: '10px 14px',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    overflowWrap: 'anywhere',
  },
  '.cm-picture:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '2px' },
  '& button:not(.cm-picture)': {
    minHeight: 'var(--control)',
    padding: '0 12px',
    border: '1px solid var(--edge)',
    borderRadius: '6px',
    background: 'var(--paper)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    font: '500 14px/1.25 var(--sans)',
    cursor: 'pointer',
  },
  '.cm-panels': {
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    borderBottom: '1px solid var(--line)',
  },
  '.cm-panel.cm-search': {
    padding: '8px 44px 8px 16px',
    font: '14px/1.5 var(--sans)',
    position: 'relative',
  },
  '.cm-panel.cm-search input, .cm-panel.cm-search label': { font: '14px/1.5 var(--sans)' },
  '.cm-panel.cm-search .cm-textfield': {
    minHeight: 'var(--control)',
    padding: '0 10px',
    border: '1px solid var(--edge)',
    borderRadius: '6px',
    background: 'var(--paper)',
    color: 'var(--ink)',
    fontSize: '16px',
    maxWidth: '14rem',
  },
  '.cm-panel.cm-search .cm-textfield:focus-visible': {
    outline: '2px solid var(--accent)',
    outlineOffset: '1px',
  },
  '.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--accent)' },
  '.cm-panel.cm-search button[name=close]': {
    position: 'absolute',
    top: '8px',
    right: '8px',
    border: '0',
    minWidth: 'var(--control)',
    fontSize: '20px',
  },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--warning) 25%, transparent)' },
  '.cm-searchMatch-selected': {
    backgroundColor: 'color-mix(in srgb, var(--warning) 55%, transparent)',
  },
  '.cm-tooltip': {
    border: '0',
    borderRadius: '10px',
    backgroundColor: 'var(--paper)',
    boxShadow: 'var(--shadow-1)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--sans)',
    fontSize: '14px',
    maxHeight: '18rem',
    padding: '4px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '24px',
    minHeight: 'var(--control)',
    padding: '0 12px',
    borderRadius: '6px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--selected)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': { color: 'var(--soft)', fontStyle: 'normal', fontSize: '12px' },
})

const LINE_CLASSES: Readonly<Record<string, string>> = {
  Blockquote: 'cm-quote',
  FencedCode: 'cm-code',
  CodeBlock: 'cm-code',
}

/** Whole lines that look different: quotes, code, the paid line. */
const lines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(editor: EditorView) {
      this.decorations = lineDecorations(editor)
    }

    update(update: ViewUpdate) {
      if (
        update.docChanged ||
        update.viewportChanged ||
        syntaxTree(update.startState) !== syntaxTree(update.state)
      ) {
        this.decorations = lineDecorations(update.view)
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function lineDecorations(editor: EditorView): DecorationSet {
  const found: Range<Decoration>[] = []
  const { doc } = editor.state
  for (const { from, to } of editor.visibleRanges) {
    syntaxTree(editor.state).iterate({
      from,
      to,
      enter(node) {
        const isPaywall =
          node.name === 'CommentBlock' &&
          /^<!--\s*paywall\s*-->$/i.test(doc.sliceString(node.from, node.to).trim())
        const name = isPaywall ? 'cm-paywall' : LINE_CLASSES[node.name]
        if (!name) {
          return
        }
        for (let at = doc.lineAt(Math.max(node.from, from)); ; at = doc.line(at.number + 1)) {
          found.push(Decoration.line({ class: name }).range(at.from))
          if (at.to >= Math.min(node.to, to) || at.number === doc.lines) {
            break
          }
        }
        return node.name === 'Blockquote'
      },
    })
  }
  return Decoration.set(found, true)
}

const setFocusMode = StateEffect.define<boolean>()

/** Only the paragraph at the cursor stands out. */
const focusMode = StateField.define<{ isOn: boolean; decorations: DecorationSet }>({
  create: () => ({ isOn: false, decorations: Decoration.none }),
  update(value, transaction) {
    const told = transaction.effects.find((effect) => effect.is(setFocusMode))
    const isOn = told ? (told.value as boolean) : value.isOn
    if (!isOn) {
      return value.isOn ? { isOn, decorations: Decoration.none } : value
    }
    const { doc, selection } = transaction.state
    let first = doc.lineAt(selection.main.head)
    let last = first
    while (first.number > 1 && first.text.trim() && doc.line(first.number - 1).text.trim()) {
      first = doc.line(first.number - 1)
    }
    while (last.number < doc.lines && last.text.trim() && doc.line(last.number + 1).text.trim()) {
      last = doc.line(last.number + 1)
    }
    const current = Array.from({ length: last.number - first.number + 1 }, (_, index) =>
      Decoration.line({ class: 'cm-current' }).range(doc.line(first.number + index).from),
    )
    return { isOn, decorations: Decoration.set(current) }
  },
  provide: (self) => [
    EditorView.decorations.from(self, ({ decorations }) => decorations),
    EditorView.editorAttributes.from(self, ({ isOn }) => ({ class: isOn ? 'cm-focus-mode' : '' })),
  ],
})

export const showFocusMode = (editor: EditorView, isOn: boolean) =>
  editor.dispatch({ effects: setFocusMode.of(isOn) })

export const look = [view, syntaxHighlighting(style), lines, focusMode]
