import { expect, test } from 'vitest'
import { excerptOf, headingsOf, lengthOf } from './statistics'

test('words are counted without marks and addresses', () => {
  expect(lengthOf('## One **two**\n\n[three](https://a.example/b/c)').count).toBe(3)
  expect(lengthOf('')).toEqual({ count: 0, unit: 'words', minutes: 0 })
})

test('Japanese and Chinese are counted in characters', () => {
  expect(lengthOf('これは文章です。')).toMatchObject({ count: 7, unit: 'characters' })
  expect(lengthOf('这是文章。')).toMatchObject({ count: 4, unit: 'characters' })
})

test('headings in code are no headings', () => {
  expect(headingsOf('# A\n\n```\n# no\n```\n\n## B *c*')).toEqual([
    { level: 1, text: 'A', line: 1 },
    { level: 2, text: 'B c', line: 7 },
  ])
})

test('an excerpt gives nothing away of the paid part', () => {
  expect(excerptOf('Free **text**.\n\n<!--paywall-->\n\nSecret')).toBe('Free text.')
})
