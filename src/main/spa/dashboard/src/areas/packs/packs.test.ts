import { expect, test } from 'vitest'
import { moved } from './packs'

test('a post is moved up and down in its pack', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
})
