import { expect, it } from 'vitest'
import { dayAfter, endOfPause, startOfPause } from './pause'

it('counts days over the end of a month', () => {
  expect(dayAfter(14, new Date(2026, 11, 25, 23, 59))).toBe('2027-01-08')
})

it('shows the day again that was chosen', () => {
  expect(startOfPause(endOfPause('2026-03-09'))).toBe('2026-03-09')
})
