import type { Schema } from '@quaily/shared/api'
import type { Slice } from '@quaily/shared/composables'
import { call } from '../../api'

/** A subscriber as writers see them; the plan has no end when `paid_expiry` is null. */
export type Subscriber = Omit<Schema<'SubscriptionView'>, 'paid_expiry'> & {
  paid_expiry: string | null
}

export const PLANS = ['all', 'free', 'premium'] as const
export type Plans = (typeof PLANS)[number]

/** The plans of an address; what nobody knows is all of them. */
export const plansOf = (premium: unknown): Plans => PLANS.find((one) => one === premium) ?? 'all'

export const isPremium = (subscriber: Pick<Subscriber, 'type'>) => subscriber.type !== 'free'

export const emailOf = (subscriber: Subscriber) => subscriber.user.email ?? ''

const base = (list: string) => `/lists/${encodeURIComponent(list)}/subscriptions`
const member = (list: string, subscriber: Pick<Subscriber, 'user_id'>) =>
  `/subscriptions/${encodeURIComponent(list)}/members/${subscriber.user_id}`

export const listSubscribers = (
  list: string,
  { plans, email }: { plans: Plans; email: string },
  offset: number,
  limit: number,
) =>
  call<Slice<Subscriber>>('get', base(list), {
    query: {
      offset: String(offset),
      limit: String(limit),
      ...(plans !== 'all' && { premium: plans }),
      ...(email && { email }),
    },
  })

/** How many there are of each kind. */
export async function countSubscribers(list: string): Promise<Record<Plans, number>> {
  const counts = await Promise.all(
    PLANS.map(async (plans) => {
      const { pagination } = await listSubscribers(list, { plans, email: '' }, 0, 1)
      return [plans, pagination.total] as const
    }),
  )
  return Object.fromEntries(counts) as Record<Plans, number>
}

/** What can be changed in a subscriber. */
export interface Plan {
  isPremium: boolean
  /** The last day of the plan, `2026-12-31`; empty when it has no end. */
  until: string
  email: boolean
}

export function planOf(subscriber: Subscriber): Plan {
  return {
    isPremium: isPremium(subscriber),
    until: subscriber.paid_expiry ? dayOf(new Date(subscriber.paid_expiry)) : '',
    email: subscriber.email_enabled,
  }
}

/** Saves what has changed; a plan that ended at a day and has no end now is given anew. */
export async function savePlan(list: string, before: Subscriber, plan: Plan): Promise<void> {
  const put = (body: object) => call<Subscriber>('put', member(list, before), { body })
  const wasPremium = isPremium(before)
  if (wasPremium && plan.isPremium && before.paid_expiry && !plan.until) {
    await put({ type: 'free' })
  }
  await put({
    type: plan.isPremium ? (wasPremium ? before.type : 'premium') : 'free',
    ...(plan.isPremium && plan.until && { paid_expiry: endOf(plan.until) }),
    ...(plan.email !== before.email_enabled && { email_enabled: plan.email }),
  })
}

/** The day in the person's own zone. */
export function dayOf(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
}

/** The last moment of a day in the person's own zone. */
export function endOf(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString()
}

export const removeSubscriber = (list: string, subscriber: Subscriber) =>
  call('delete', member(list, subscriber))

export const moveSubscriber = (list: string, subscriber: Subscriber, to: string) =>
  call<Subscriber>('post', `${member(list, subscriber)}/transfer`, { query: { dst_list_id: to } })
