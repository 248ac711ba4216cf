import type { Schema } from '@quaily/shared/api'
import { call } from '../../api'
import type { Granularity, Range } from './periods'

export type PostsReport = Schema<'PostsAnalyticsView'>
export type SourcesReport = Schema<'SourcesAnalyticsView'>
export type SubscribersReport = Schema<'SubscribersAnalyticsView'>
export type PostReport = Schema<'PostAnalyticsView'>

/** A source of visits and its share. */
export interface Source {
  source: string
  views: number
}

const base = (list: string) => `/lists/${encodeURIComponent(list)}`

const query = (range: Range, granularity: Granularity) => ({
  start_date: range.first,
  end_date: range.last,
  granularity,
})

export const postsReport = (list: string, range: Range, granularity: Granularity, limit = 10) =>
  call<PostsReport>('get', `${base(list)}/analytics/posts`, {
    query: { ...query(range, granularity), limit: String(limit) },
  })

export const sourcesReport = (list: string, range: Range) =>
  call<SourcesReport>('get', `${base(list)}/analytics/sources`, { query: query(range, 'day') })

export const subscribersReport = (list: string, range: Range, granularity: Granularity) =>
  call<SubscribersReport>('get', `${base(list)}/analytics/subscribers`, {
    query: query(range, granularity),
  })

export const postReport = (list: string, post: string, range: Range, granularity: Granularity) =>
  call<PostReport>('get', `${base(list)}/posts/${encodeURIComponent(post)}/analytics`, {
    query: query(range, granularity),
  })

/** One line for each source, whatever its campaign, the largest first. */
export function bySource(counts: readonly { source: string; page_views: number }[]): Source[] {
  const views = new Map<string, number>()
  for (const { source, page_views } of counts) {
    views.set(source, (views.get(source) ?? 0) + page_views)
  }
  return [...views]
    .map(([source, sum]) => ({ source, views: sum }))
    .sort((a, b) => b.views - a.views)
}

export const sum = <Row>(rows: readonly Row[], value: (row: Row) => number) =>
  rows.reduce((total, row) => total + value(row), 0)

/** Opens of emails by mail programs that load every image, and by scanners: no reader need have looked. */
export const machineOpens = (bots: readonly { reason: string; requests: number }[]) =>
  bots
    .filter(({ reason }) => reason.startsWith('mail '))
    .reduce((all, { requests }) => all + requests, 0)
