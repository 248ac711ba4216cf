import type { Schema } from '@quaily/shared/api'
import type { Slice } from '@quaily/shared/composables'
import { call } from '../../api'

/** An address that gets no posts by email. */
export type Suppression = Schema<'SuppressionView'>

export const REASONS = ['bounced', 'complained', 'unsubscribed'] as const

/** The reason of an address; what nobody knows is any. */
export const reasonOf = (reason: unknown) => REASONS.find((one) => one === reason) ?? ''

/** Only an address that bounced: the owners of the others decided themselves. */
export const isRemovable = (suppression: Pick<Suppression, 'reason'>) =>
  suppression.reason === 'bounced'

const base = (list: string) => `/lists/${encodeURIComponent(list)}/suppressions`

export const listSuppressions = (
  list: string,
  { email, reason }: { email: string; reason: string },
  offset: number,
  limit: number,
) =>
  call<Slice<Suppression>>('get', base(list), {
    query: {
      offset: String(offset),
      limit: String(limit),
      ...(email && { email }),
      ...(reason && { reason }),
    },
  })

/** Lets an address get emails again; the reason is kept. */
export const removeSuppression = (list: string, email: string, reason: string) =>
  call('delete', base(list), { query: { email, reason } })
