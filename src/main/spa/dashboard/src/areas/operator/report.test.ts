import { expect, test } from 'vitest'
import { money } from './report'

test('small sums keep the digits that matter', () => {
  expect(money(1_234, 'en')).toBe('0.001234')
  expect(money(12_340_000, 'en')).toBe('12.34')
  expect(money(0, 'en')).toBe('0.00')
})
