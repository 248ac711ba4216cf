import { expect, test } from 'vitest'
import { templatesOf } from './save'

test('an empty text is removed', () => {
  expect(templatesOf({ a: ' Hello ', b: '  ' })).toEqual({ a: 'Hello', b: null })
})
