import { expect, test } from 'vitest'
import { emptyFields } from './fields'
import { mergeFields, passagesOf, textOf } from './merge'

const version = (changes: object) => ({ ...emptyFields(), title: 'T', content: 'one', ...changes })

test('changes of different fields go together without asking', () => {
  const { merged, clashes } = mergeFields(
    version({}),
    version({ content: 'mine' }),
    version({ tags: 'theirs' }),
  )
  expect(clashes).toEqual([])
  expect(merged).toEqual(version({ content: 'mine', tags: 'theirs' }))
})

test('the same change by both is no clash', () => {
  const same = version({ content: 'same' })
  expect(mergeFields(version({}), same, same).clashes).toEqual([])
})

test('a text that both have changed waits for a person, who still has their own', () => {
  const { merged, clashes } = mergeFields(
    version({}),
    version({ content: 'mine' }),
    version({ content: 'theirs' }),
  )
  expect(clashes).toEqual(['content'])
  expect(merged.content).toBe('mine')
})

test('passages that only one side has changed are chosen already', () => {
  const passages = passagesOf('a\n\nb\n\nc', 'a\n\nmine\n\nc', 'a\n\nb\n\nc\n\ntheirs')
  expect(passages.filter(({ same }) => !same)).toEqual([
    { same: false, mine: 'mine', theirs: 'b', choice: 'mine' },
    { same: false, mine: '', theirs: 'theirs', choice: 'theirs' },
  ])
  expect(textOf(passages)).toBe('a\n\nmine\n\nc\n\ntheirs')
})

test('a passage that both have changed stays in both forms until somebody chooses', () => {
  const passages = passagesOf('a\n\nb', 'a\n\nmine', 'a\n\ntheirs')
  expect(textOf(passages)).toBe('a\n\nmine\n\ntheirs')
  for (const passage of passages) {
    if (!passage.same) {
      passage.choice = 'theirs'
    }
  }
  expect(textOf(passages)).toBe('a\n\ntheirs')
})
