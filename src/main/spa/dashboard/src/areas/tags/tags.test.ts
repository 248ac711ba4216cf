import { expect, test } from 'vitest'
import { matchingTags, sameTag } from './tags'

const rss = { tag: 'RSS', count: 3 }
const paper = { tag: '紙', count: 1 }

test('tags are found in any case and width', () => {
  expect(matchingTags([rss, paper], 'ｒｓ')).toEqual([rss])
  expect(matchingTags([rss, paper], '')).toEqual([rss, paper])
})

test('a name that another tag has merges the two', () => {
  expect(sameTag([rss, paper], '#rss', paper)).toBe(rss)
  expect(sameTag([rss, paper], 'rss', rss), 'another case of its own name').toBeUndefined()
  expect(sameTag([rss, paper], 'ink', rss)).toBeUndefined()
})
