import { expect, test } from 'vitest'
import { tagsBeside } from './notes'

test('tags in the text are not asked for a second time', () => {
  expect(tagsBeside({ text: 'Fog #sea a#b #海', tags: ['weather', 'sea', '海', 'b'] })).toEqual([
    'weather',
    'b',
  ])
})
