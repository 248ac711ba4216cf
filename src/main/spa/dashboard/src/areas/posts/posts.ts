import type { Post as ApiPost } from '@quaily/shared/api'
import type { Slice } from '@quaily/shared/composables'
import { call } from '../../api'

/** A post of the list; times are null when they are not set. */
export type Post = ApiPost & { scheduled_at?: string | null; trashed_at?: string | null }

export const TABS = ['all', 'draft', 'scheduled', 'published', 'premium', 'trash'] as const
export type Tab = (typeof TABS)[number]

export const SORTS = ['date', 'score'] as const
export type Sort = (typeof SORTS)[number]

export type PostState = 'draft' | 'scheduled' | 'published' | 'trash'

/** The tab of an address; what nobody knows is all posts. */
export function tabOf(type: unknown): Tab {
  return TABS.find((tab) => tab === type) ?? 'all'
}

export function stateOf(post: Post): PostState {
  if (post.trashed_at) {
    return 'trash'
  }
  if (post.published_at) {
    return 'published'
  }
  return post.scheduled_at ? 'scheduled' : 'draft'
}

/** The time that a row shows: when it went or will go out, else the last change. */
export function timeOf(post: Post): string {
  return (
    post.trashed_at ?? post.published_at ?? post.scheduled_at ?? post.modified_at ?? post.updated_at
  )
}

export function tagsOf(post: Pick<Post, 'tags'>): string[] {
  return splitTags(post.tags ?? '')
}

/** Tags as people type them: separated by commas of any script, each once. */
export function splitTags(text: string): string[] {
  const tags = text.split(/[,，、]/).map((tag) => tag.trim().replace(/^#/, ''))
  return [...new Set(tags.filter(Boolean))]
}

export function queryOf(tab: Tab, sort: Sort, text: string): Record<string, string> {
  return {
    ...(tab === 'published' && { public: '1', ...(sort === 'score' && { sort }) }),
    ...(tab !== 'published' && tab !== 'all' && { type: tab }),
    ...(text && { q: text }),
  }
}

const base = (list: string) => `/lists/${encodeURIComponent(list)}`
const path = (list: string, post: Pick<Post, 'id'>) => `${base(list)}/posts/${post.id}`

export const listPosts = (
  list: string,
  query: Record<string, string>,
  offset: number,
  limit: number,
) =>
  call<Slice<Post>>('get', `${base(list)}/posts`, {
    query: { ...query, offset: String(offset), limit: String(limit) },
  })

/** How many posts each tab has. */
export async function countPosts(list: string): Promise<Record<Tab, number>> {
  const totals = await Promise.all(
    TABS.map(
      async (tab) => (await listPosts(list, queryOf(tab, 'date', ''), 0, 1)).pagination.total,
    ),
  )
  return Object.fromEntries(TABS.map((tab, index) => [tab, totals[index]])) as Record<Tab, number>
}

export const publish = (list: string, post: Post) =>
  call<Post>('put', `${path(list, post)}/publish`)
export const unpublish = (list: string, post: Post) =>
  call<Post>('put', `${path(list, post)}/unpublish`)
export const unschedule = (list: string, post: Post) =>
  call<Post>('delete', `${path(list, post)}/schedule`)
export const schedule = (list: string, post: Post, time: string) =>
  call<Post>('post', `${path(list, post)}/schedule`, { body: { publish_at: time } })
export const moveToTrash = (list: string, post: Post) => call<null>('delete', path(list, post))
export const restore = (list: string, post: Post) =>
  call<Post>('post', `${path(list, post)}/restore`)
export const duplicate = (list: string, post: Post) =>
  call<Post>('post', `${path(list, post)}/duplicate`)
export const setTags = (list: string, post: Post, tags: string[]) =>
  call<Post>('put', `${path(list, post)}/update`, { body: { tags } })

export const pinnedPosts = (list: string) => call<Post[]>('get', `${base(list)}/pinned`)
export const pin = (list: string, ids: number[]) =>
  call<number[]>('put', `${base(list)}/pinned`, { body: { ids } })

/** A link that shows the post to whoever has it, until it expires. */
export async function previewLink(list: string, post: Post) {
  const { token, expires_at } = await call<{ token: string; expires_at: string }>(
    'post',
    `${path(list, post)}/preview`,
  )
  const address = `/api${path(list, post)}/preview?access_token=${encodeURIComponent(token)}`
  return { url: new URL(address, location.origin).href, expiresAt: new Date(expires_at) }
}
