import { expect, test } from 'vitest'
import { resultOf, type WebhookDelivery } from './webhooks'

const delivery: WebhookDelivery = {
  id: 1,
  event_id: 'e',
  type: 'post.published',
  body: '{}',
  attempts: 0,
  status: 0,
  reply: '',
  delivered_at: null,
  next_at: '2026-01-01T00:00:00Z',
  attempted_at: null,
  created_at: '2026-01-01T00:00:00Z',
}

test('an event waits, is tried again, arrives or is given up', () => {
  expect(resultOf(delivery)).toBe('waiting')
  expect(resultOf({ ...delivery, attempts: 2 })).toBe('retrying')
  expect(resultOf({ ...delivery, attempts: 10, next_at: null })).toBe('failed')
  expect(resultOf({ ...delivery, next_at: null, delivered_at: delivery.created_at })).toBe(
    'arrived',
  )
})
