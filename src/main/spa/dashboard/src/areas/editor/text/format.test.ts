import { EditorState, type TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { expect, test } from 'vitest'
import { smallestChange } from './change'
import { textCommands } from './commands'
import { block, footnote, inline, link, paywall, prefix, wrap, type Act } from './format'

/** A text with its selection between `‹` and `›`, or a cursor at `‹`. */
function after(act: Act, source: string): string {
  const anchor = source.indexOf('‹')
  const head = source.replace('‹', '').indexOf('›')
  let state = EditorState.create({
    doc: source.replace(/[‹›]/g, ''),
    selection: { anchor, head: head < 0 ? anchor : head },
  })
  const view = {
    get state() {
      return state
    },
    dispatch(...specs: TransactionSpec[]) {
      state = state.update(...specs).state
    },
    focus() {},
  }
  act(view as unknown as EditorView)
  const { from, to } = state.selection.main
  const text = state.doc.toString()
  return from === to
    ? `${text.slice(0, from)}‹${text.slice(from)}`
    : `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`
}

test('marks go around what is selected, and away again', () => {
  expect(after(wrap('**'), 'a ‹bold› word')).toBe('a **‹bold›** word')
  expect(after(wrap('**'), 'a **‹bold›** word')).toBe('a ‹bold› word')
})

test('italics within bold do not take the bold away', () => {
  expect(after(wrap('*'), '**‹both›**')).toBe('***‹both›***')
})

test('at no word the cursor stands between the marks', () => {
  expect(after(wrap('`'), '‹')).toBe('`‹`')
})

test('lines get a mark in place of another one', () => {
  expect(after(prefix('## '), '‹')).toBe('## ‹')
  expect(after(prefix('- '), '‹one\ntwo›')).toBe('- ‹one\n- two›')
  expect(
    after(
      prefix((index) => `${index + 1}. `),
      '‹- one\n- two›',
    ),
  ).toContain('2. two')
  expect(after(prefix('- '), '- o‹ne')).toBe('o‹ne')
})

test('a block has empty lines around it', () => {
  expect(after(block('```\n«»\n```'), 'text‹')).toBe('text\n\n```\n‹\n```\n')
  expect(after(block('$$\n«»\n$$'), '‹')).toBe('$$\n‹\n$$\n')
})

test('a link takes the selected words, and an address as its goal', () => {
  expect(after(link, '‹words›')).toBe('[words](‹https://›)')
  expect(after(link, '‹https://a.example/›')).toBe('[‹](https://a.example/)')
})

test('a footnote gets the next number, and its text stays in its part', () => {
  expect(after(footnote, 'text‹')).toBe('text[^1]\n\n[^1]: ‹')
  expect(after(footnote, 'text\n\n‹')).toBe('text\n\n[^1]\n\n[^1]: ‹')
  expect(after(footnote, 'text\n‹\n\n')).toContain('text\n[^1]\n\n[^1]: ‹')
  expect(after(footnote, 'free‹\n\n<!--paywall-->\n\npaid[^1]\n\n[^1]: x')).toContain(
    'free[^2]\n\n[^2]: ‹\n\n',
  )
})

test('there is one paid line', () => {
  expect(after(paywall, 'a‹')).toBe('a\n\n<!--paywall-->\n\n‹\n')
  expect(after(paywall, 'a\n\n<!--paywall-->\n\nb‹')).toBe('a\n\n‹<!--paywall-->\n\nb')
})

test('inserted text selects its example', () => {
  expect(after(inline('$«x»$'), 'a ‹')).toBe('a $‹x›$')
})

test('every command has a name of its own and a key of its own', () => {
  const commands = textCommands({ image() {}, photo() {}, embed() {} })
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
  const keys = commands.flatMap(({ key }) => key ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

test('a text from elsewhere changes as little as it can', () => {
  expect(smallestChange('one two three', 'one 2 three')).toEqual({ from: 4, to: 7, insert: '2' })
  expect(smallestChange('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' })
})
