import { expect, test } from 'vitest'
import { dayOf, endOf, planOf, plansOf, type Subscriber } from './subscribers'

const ada = { type: 'silver', email_enabled: true } as Subscriber

test('a plan ends with its last day, wherever the writer is', () => {
  expect(dayOf(new Date(endOf('2026-12-31')))).toBe('2026-12-31')
  expect(planOf({ ...ada, paid_expiry: endOf('2026-02-01') })).toEqual({
    isPremium: true,
    until: '2026-02-01',
    email: true,
  })
  expect(planOf({ ...ada, type: 'free', paid_expiry: null })).toMatchObject({
    isPremium: false,
    until: '',
  })
})

test('an unknown kind in the address shows everybody', () => {
  expect(plansOf('premium')).toBe('premium')
  expect(plansOf('gold')).toBe('all')
})
