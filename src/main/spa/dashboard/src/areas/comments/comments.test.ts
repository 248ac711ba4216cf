import { expect, test } from 'vitest'
import { stateIn, stateOf } from './comments'

test('the numbers of the API are the states of the tabs', () => {
  expect([0, 1, 2].map((status) => stateOf({ status }))).toEqual(['visible', 'pending', 'spam'])
})

test('without a state in the address, what waits is shown', () => {
  expect(stateIn('spam')).toBe('spam')
  expect(stateIn(undefined)).toBe('pending')
})
