import type { Slice } from '@quaily/shared/composables'
import { call } from '../../api'

export type Status = 'scheduled' | 'processing' | 'paused' | 'delivered' | 'failed' | 'cancelled'

/** What became of the messages of one channel. */
export interface Result {
  sent: number
  failed: number
  total: number
  uncertain: number
  skipped: number
  queued: number
  reply: string
  url: string
}

/** A delivery. */
export interface Task {
  id: number
  status: Status
  notice: string
  detail: string
  channels: string[]
  result: Record<string, Result>
  faults: Record<string, number>
  scheduled_at: string | null
  started_at: string | null
  finished_at: string | null
  created_at: string
  post: { id: number; title: string; slug: string } | null
}

export interface Recipient {
  email: string
  status: string
  fault: string
  reply: string
  transport: string
  attempts: number
  next_attempt_at: string | null
  updated_at: string
}

export interface Audience {
  channels: string[]
  readers: number
  premium_readers: number
  /** Who of the readers gets posts in digests, and who gets nothing for a while. */
  daily: number
  weekly: number
  paused: number
  quota_left: number | null
}

export interface Mail {
  subject: string
  preheader: string
  html: string
  text: string
  html_bytes: number
  is_large: boolean
  is_clipped: boolean
}

/** A post as far as sending is concerned. */
export interface SendablePost {
  id: number
  title: string
  published_at?: string | null
  last_delivered_at?: string | null
  is_paid_content?: boolean
}

const deliveries = (list: string) => `/lists/${list}/delivery`

export const listTasks = (list: string, offset: number, limit: number) =>
  call<Slice<Task>>('get', deliveries(list), {
    query: { offset: String(offset), limit: String(limit) },
  })

export const getTask = (list: string, task: string) =>
  call<Task>('get', `${deliveries(list)}/${task}`)

export const act = (list: string, task: number, verb: 'cancel' | 'pause' | 'resume') =>
  call<Task>('put', `${deliveries(list)}/${task}/${verb}`)

export const audienceOf = (list: string) => call<Audience>('get', `${deliveries(list)}/audience`)

export const listRecipients = (
  list: string,
  task: string,
  query: { email: string; status: string },
  offset: number,
  limit: number,
) =>
  call<Slice<Recipient>>('get', `${deliveries(list)}/${task}/recipients`, {
    query: { ...query, offset: String(offset), limit: String(limit) },
  })

export const reportOf = (list: string, task: number) => `${deliveries(list)}/${task}/report`

export const mailOf = (list: string, post: number, lang: string, premium: boolean) =>
  call<Mail>('get', `/lists/${list}/posts/${post}/mail`, {
    query: { lang, premium: String(premium) },
  })

export const testMail = (list: string, post: number, premium: boolean) =>
  call<{ email: string }>('post', `/lists/${list}/posts/${post}/mail/test`, {
    query: { premium: String(premium) },
  })

export const deliver = (
  list: string,
  post: number,
  body: { channels: string[]; scheduled_at?: string; again?: boolean },
) => call('put', `/lists/${list}/posts/${post}/deliver`, { body })

/** Whether the server still works on it, so that it is worth asking again. */
export const isMoving = (task: Pick<Task, 'status'>) =>
  task.status === 'processing' || task.status === 'scheduled'

/** Messages that have ended, of all, over all channels. */
export function progressOf(task: Pick<Task, 'result'>): { done: number; total: number } {
  const results = Object.values(task.result)
  const total = results.reduce((sum, one) => sum + one.total, 0)
  const queued = results.reduce((sum, one) => sum + one.queued, 0)
  return { done: total - queued, total }
}
