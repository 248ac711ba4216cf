import { expect, test } from 'vitest'
import { accepted, fitting } from './suggestions'

const suggestion = (original: string, replacement: string) => ({
  original,
  replacement,
  reason: '',
})

test('only passages that occur exactly once are offered', () => {
  const once = suggestion('teh', 'the')
  const result = {
    suggestions: [once, suggestion('end', 'End'), suggestion('gone', 'x'), suggestion('', 'y')],
  }
  expect(fitting('teh end of the end', result)).toEqual([once])
  expect(fitting('text', undefined)).toEqual([])
})

test('an accepted suggestion is taken literally', () => {
  expect(accepted('It costs teh.', suggestion('teh', '$& the'))).toBe('It costs $& the.')
})
