import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { paragraph } from './uploads'

/** A text with an image in it and the cursor after it at `‹`. */
function withImage(source: string): string {
  const position = source.indexOf('‹')
  const state = EditorState.create({ doc: source.replace('‹', '') })
  const { from, to, text, after } = paragraph(state, position, '![](a)')
  const changed = state.update({ changes: { from, to, insert: text } }).state.doc.toString()
  return `${changed.slice(0, after)}‹${changed.slice(after)}`
}

test('an image is a paragraph of its own, and what follows begins another one', () => {
  expect(withImage('‹')).toBe('![](a)\n\n‹')
  expect(withImage('text‹')).toBe('text\n\n![](a)\n\n‹')
  expect(withImage('text\n‹')).toBe('text\n\n![](a)\n\n‹')
  expect(withImage('text\n\n‹\nmore')).toBe('text\n\n![](a)\n\n‹more')
  expect(withImage('text‹\n\nmore')).toBe('text\n\n![](a)\n\n‹more')
})
