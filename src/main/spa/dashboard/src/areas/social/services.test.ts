import { expect, test } from 'vitest'
import {
  bodyOf,
  disconnection,
  SERVICES,
  standingOf,
  valuesOf,
  type Service,
  type ServiceState,
} from './services'

const telegram = SERVICES.find((service) => service.key === 'telegram') as Service

const state: ServiceState = {
  service: 'telegram',
  enabled: true,
  complete: true,
  offered_by_site: false,
  broken: false,
  account: '',
  message: '',
  checked_at: null,
  retry_at: null,
}

test('a secret that is left empty is not sent, so that it stays', () => {
  const settings = { telegram_channel_id: '@letters', secrets_set: ['telegram_bot_token'] }
  const body = bodyOf(telegram, valuesOf(telegram, settings), settings)
  expect(body).toEqual({
    telegram_channel_enabled: true,
    telegram_channel_id: '@letters',
    telegram_channel_url: '',
    telegram_custom_bot_enabled: true,
  })
})

test('without a bot of their own the writer uses that of the site', () => {
  expect(bodyOf(telegram, {}, {}).telegram_custom_bot_enabled).toBe(false)
  expect(bodyOf(telegram, { telegram_bot_token: ' 7:t ' }, {})).toMatchObject({
    telegram_bot_token: '7:t',
    telegram_custom_bot_enabled: true,
  })
})

test('whoever disconnects a service leaves no secret behind', () => {
  expect(disconnection(telegram)).toEqual({
    telegram_channel_enabled: false,
    telegram_bot_token: '',
    telegram_custom_bot_enabled: false,
  })
})

test('a refusal goes before a pause, and what is off is only off', () => {
  expect(standingOf(state)).toBe('on')
  expect(standingOf({ ...state, retry_at: '2999-01-01T00:00:00Z' })).toBe('waiting')
  expect(standingOf({ ...state, retry_at: '2000-01-01T00:00:00Z' })).toBe('on')
  expect(standingOf({ ...state, broken: true, retry_at: '2999-01-01T00:00:00Z' })).toBe('broken')
  expect(standingOf({ ...state, complete: false })).toBe('incomplete')
  expect(standingOf({ ...state, enabled: false, broken: true })).toBe('off')
})
