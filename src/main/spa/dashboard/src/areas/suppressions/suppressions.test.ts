import { expect, test } from 'vitest'
import { isRemovable, reasonOf } from './suppressions'

test('only addresses that bounced can be removed', () => {
  expect(isRemovable({ reason: 'bounced' })).toBe(true)
  expect(isRemovable({ reason: 'complained' })).toBe(false)
  expect(isRemovable({ reason: 'unsubscribed' })).toBe(false)
})

test('an unknown reason in the address shows all', () => {
  expect(reasonOf('complained')).toBe('complained')
  expect(reasonOf('other')).toBe('')
})
