import { expect, test } from 'vitest'
import {
  before,
  change,
  daysIn,
  filled,
  granularityOf,
  periodsIn,
  rangeIn,
  running,
} from './periods'

const now = Date.parse('2026-03-10T23:59:00Z')

test('the address says which days are meant', () => {
  expect(rangeIn({}, now)).toEqual({ first: '2026-02-09', last: '2026-03-10', span: '30' })
  expect(rangeIn({ days: '7' }, now)).toMatchObject({ first: '2026-03-04', span: '7' })
  expect(rangeIn({ from: '2026-01-01', to: '2026-01-31' }, now)).toEqual({
    first: '2026-01-01',
    last: '2026-01-31',
    span: 'own',
  })
  expect(rangeIn({ from: '2026-02-31', to: 'x' }, now).span).toBe('30')
  expect(rangeIn({ from: '2026-02-02', to: '2026-02-01' }, now).span).toBe('30')
})

test('a range is compared with the same number of days before it', () => {
  const range = { first: '2026-03-01', last: '2026-03-07' }
  expect(daysIn(range)).toBe(7)
  expect(before(range)).toEqual({ first: '2026-02-22', last: '2026-02-28' })
})

test('long ranges go by weeks and months, which begin as the server counts them', () => {
  expect(granularityOf({ first: '2026-01-01', last: '2026-01-31' })).toBe('day')
  expect(granularityOf({ first: '2026-01-01', last: '2026-06-30' })).toBe('week')
  expect(granularityOf({ first: '2024-01-01', last: '2026-06-30' })).toBe('month')
  expect(periodsIn({ first: '2026-01-07', last: '2026-01-20' }, 'week')).toEqual([
    '2026-01-05',
    '2026-01-12',
    '2026-01-19',
  ])
  expect(periodsIn({ first: '2025-12-31', last: '2026-02-01' }, 'month')).toEqual([
    '2025-12-01',
    '2026-01-01',
    '2026-02-01',
  ])
})

test('days without readers count as none', () => {
  const rows = [{ date: '2026-01-02', views: 5 }]
  const days = periodsIn({ first: '2026-01-01', last: '2026-01-03' }, 'day')
  expect(filled(days, rows, (row) => row.views)).toEqual([0, 5, 0])
  expect(running(10, [2, -1, 0])).toEqual([12, 11, 11])
})

test('a change needs something to compare with', () => {
  expect(change(15, 10)).toBe(50)
  expect(change(5, 0)).toBeUndefined()
})
