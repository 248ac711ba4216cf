import type { Post } from '@quaily/shared/api'
import type { components } from '@quaily/shared/api/schema'

/** Options of a post that the editor changes; null leaves the choice to the channel. */
export interface PostOptions {
  comments_enabled?: boolean | null
  outline_enabled?: boolean | null
  line_breaks?: boolean | null
  ai_label?: boolean | null
  translation_drift_shown?: boolean | null
  [name: string]: unknown
}

/** What a writer changes about a post. `content` holds the paid part too, after its line. */
export interface DraftFields {
  title: string
  slug: string
  summary: string
  content: string
  cover_image_url: string
  /** Separated by commas. */
  tags: string
  lang: string
  theme: string
  /** RFC 3339, empty when the post has never been published. */
  first_published_at: string
  post_options: PostOptions
  /** Ids of the authors who are shown; empty means the post's own author. */
  display_users: number[]
}

export type FieldName = keyof DraftFields
export type PostRequest = components['schemas']['PostRequest'] & { display_users?: number[] }

/** Fields that newer servers answer; `undefined` from one that does not have them yet. */
export type PostWithMore = Post & {
  scheduled_at?: string | null
  display_users?: { id: number; name: string }[]
}

export const PAYWALL = '<!--paywall-->'
const SLUG_OF_DRAFT = /^draft-[0-9a-z]{12}$/

export function emptyFields(): DraftFields {
  return {
    title: '',
    slug: '',
    summary: '',
    content: '',
    cover_image_url: '',
    tags: '',
    lang: '',
    theme: '',
    first_published_at: '',
    post_options: {},
    display_users: [],
  }
}

/** The fields of a post as the server answered it. */
export function fieldsOf(post: PostWithMore): DraftFields {
  return {
    title: post.title,
    slug: post.slug,
    summary: post.summary,
    content: joinPaid(post.content, post.paid_content),
    cover_image_url: post.cover_image_url,
    tags: post.tags,
    lang: post.lang,
    theme: post.theme,
    first_published_at: post.first_published_at ?? '',
    post_options: { ...(post.post_options as PostOptions) },
    display_users: (post.display_users ?? []).map(({ id }) => id),
  }
}

/** The whole text; the server keeps the part behind the line on its own. */
export function joinPaid(free: string, paid: string): string {
  if (!paid) {
    return free
  }
  const gap = free === '' || free.endsWith('\n') ? '' : '\n\n'
  return `${free}${gap}${PAYWALL}\n${paid}`
}

export function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** Names of the fields in which two versions differ. */
export function differences(one: DraftFields, other: DraftFields): FieldName[] {
  return (Object.keys(one) as FieldName[]).filter((name) => !isEqual(one[name], other[name]))
}

/** What a save has to send: nothing that has not been changed, so that no older value comes back. */
export function changesOf(base: DraftFields, fields: DraftFields): PostRequest {
  const changed = differences(base, fields).filter(
    // An empty address or date would not clear it but be refused.
    (name) => fields[name] !== '' || !['slug', 'first_published_at'].includes(name),
  )
  return Object.fromEntries(changed.map((name) => [name, fields[name]])) as PostRequest
}

/**
 * A slug for a post that does not have its own yet. Posts are created by slug, and one made of the title could be that
 * of another post, which the server would then overwrite.
 */
export function slugOfDraft(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return `draft-${Array.from(bytes, (byte) => letters[byte % letters.length]).join('')}`
}

export const isSlugOfDraft = (slug: string) => SLUG_OF_DRAFT.test(slug)

/** A copy that no later change reaches. */
export const copyOf = (fields: DraftFields): DraftFields =>
  JSON.parse(JSON.stringify(fields)) as DraftFields

/** Whether there is nothing yet that would be worth a row in the list of posts. */
export const isEmpty = (fields: DraftFields) =>
  !fields.title.trim() && !fields.content.trim() && !fields.summary && !fields.cover_image_url
