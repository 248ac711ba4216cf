import { answer, type Schema } from '@quaily/shared/api'
import { api } from '../../api'

export type Report = Schema<'AiReportView'>
export type Proxy = Schema<'ProxyStatus'>
export type QueuedTask = Schema<'QueuedTask'>
export type UsageSum = Schema<'UsageSum'>

export const DAYS = [1, 7, 31] as const

/** What is summed up, in the order of the page. */
export const GROUPS = ['day', 'channel', 'kind', 'proxy'] as const

export const aiReport = (days: number) =>
  answer(api.GET('/operator/ai', { params: { query: { days } } })) as Promise<Report>

/** Money of the operator's own currency from its millionths, with as many digits as small sums need. */
export function money(micros: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: micros < 1_000_000 ? 6 : 2,
  }).format(micros / 1_000_000)
}
