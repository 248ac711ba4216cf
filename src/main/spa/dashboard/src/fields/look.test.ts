import { expect, test } from 'vitest'
import { lookOf, OWN_ACCENT, timeZones } from './look'

test('a channel that has chosen nothing looks as the server shows it', () => {
  expect(lookOf({})).toEqual({
    language: 'en',
    theme: 'paper',
    accent: OWN_ACCENT.paper,
    timezone: 'UTC',
  })
  expect(lookOf({ theme: 'pebble', accent: 7 }).theme).toBe('paper')
  expect(lookOf({ theme: 'plain' }).accent).toBe(OWN_ACCENT.plain)
})

test('the zone of a channel is among the choices even if this browser does not know it', () => {
  expect(timeZones('Mars/Olympus')).toContain('Mars/Olympus')
  expect(timeZones('UTC').filter((zone) => zone === 'UTC')).toHaveLength(1)
})
