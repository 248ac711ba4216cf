/** A webhook as the API shows it; `secret` only when it was just made. */
export interface Webhook {
  id: number
  url: string
  events: string[]
  active: boolean
  message: string
  secret: string | null
}

/** One event that a webhook was told. */
export interface WebhookDelivery {
  id: number
  event_id: string
  type: string
  body: string
  attempts: number
  status: number
  reply: string
  delivered_at: string | null
  next_at: string | null
  attempted_at: string | null
  created_at: string
}

/** The events that can be chosen. */
export const EVENTS = [
  'post.published',
  'post.updated',
  'post.unpublished',
  'subscription.created',
  'subscription.updated',
  'subscription.ended',
  'delivery.started',
  'delivery.completed',
  'delivery.failed',
] as const

/** What became of an event: the end of the key of its text. */
export function resultOf(delivery: WebhookDelivery): 'arrived' | 'waiting' | 'retrying' | 'failed' {
  if (delivery.delivered_at) {
    return 'arrived'
  }
  if (!delivery.next_at) {
    return 'failed'
  }
  return delivery.attempts === 0 ? 'waiting' : 'retrying'
}
