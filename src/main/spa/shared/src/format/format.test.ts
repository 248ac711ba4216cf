import { expect, test } from 'vitest'
import { relativeTime } from './index'

const now = new Date('2026-03-10T12:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

test('times within a week are relative, in both directions and every language', () => {
  expect(relativeTime(hours(-3), 'en', now)).toBe('3 hours ago')
  expect(relativeTime(hours(48), 'ja', now)).toBe('明後日')
  expect(relativeTime(hours(-72), 'zh', now)).toBe('3天前')
  expect(relativeTime(now, 'en', now)).toBe('now')
})

test('others are dates, with the year when it is another', () => {
  expect(relativeTime(new Date('2026-02-01T12:00:00Z'), 'en', now)).toBe('Feb 1')
  expect(relativeTime(new Date('2025-12-24T12:00:00Z'), 'en', now)).toBe('Dec 24, 2025')
})
