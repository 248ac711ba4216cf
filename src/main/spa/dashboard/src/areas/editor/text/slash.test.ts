import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { textCommands } from './commands'
import { keyName, matchingCommands, slashMenu } from './slash'

const commands = textCommands({ image() {}, photo() {}, embed() {} })
const names: Record<string, string> = { table: '表', quote: '引用', bullets: '箇条書き' }
const nameOf = ({ id }: { id: string }) => names[id] ?? id

const idsFor = (typed: string) => matchingCommands(commands, typed, nameOf).map(({ id }) => id)

function opens(text: string, isAllowed = true) {
  const state = EditorState.create({ doc: text })
  return slashMenu(
    commands,
    nameOf,
    () => isAllowed,
  )(new CompletionContext(state, text.length, false))
}

test('commands are found by their names and by English words', () => {
  expect(idsFor('表')).toEqual(['table'])
  expect(idsFor('tab')[0]).toBe('table')
  expect(idsFor('mermaid')).toEqual(['diagram'])
  expect(idsFor('zzz')).toEqual([])
})

test('the menu offers all kinds of block of the dialect', () => {
  for (const id of [
    'table',
    'note',
    'footnote',
    'formula-block',
    'diagram',
    'embed',
    'paywall',
    'image',
  ]) {
    expect(idsFor('')).toContain(id)
  }
})

test('the menu opens at the beginning of a line, also after a mark', () => {
  expect(opens('/')).not.toBeNull()
  expect(opens('text\n\n/ta')?.from).toBe(6)
  expect(opens('> /')?.from).toBe(2)
})

test('it opens on the signs that input methods make of the key', () => {
  expect(opens('／')).not.toBeNull()
  expect(opens('、')).not.toBeNull()
})

test('it does not open within a line, in an address, or in code', () => {
  expect(opens('and/or')).toBeNull()
  expect(opens('https://')).toBeNull()
  expect(opens('/', false)).toBeNull()
})

test('keys are written as keyboards name them', () => {
  expect(keyName('Mod-Shift-7', false)).toBe('Ctrl Shift 7')
  expect(keyName('Mod-b', true)).toBe('⌘B')
})
