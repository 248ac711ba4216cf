import { answer, ApiError, type Schema } from '@quaily/shared/api'
import { api } from '../../api'
import type { PostRequest, PostWithMore } from './draft/fields'

// The calls of the editor, in one place.

/** Whether the server does not know a call at all. */
export const isMissing = (error: unknown) =>
  error instanceof ApiError && (error.status === 405 || error.status === 404)

const place = (list: string, post: number) => ({ path: { list, post: String(post) } })

export const getPost = (list: string, post: string) =>
  answer(
    api.GET('/lists/{list}/posts/{post}', { params: { path: { list, post } } }),
  ) as Promise<PostWithMore>

export const createPost = (list: string, body: PostRequest) =>
  answer(
    api.POST('/lists/{list}/posts', { params: { path: { list } }, body: body as never }),
  ) as Promise<PostWithMore>

export const updatePost = (list: string, post: number, body: PostRequest) =>
  answer(
    api.PUT('/lists/{list}/posts/{post}/update', {
      params: place(list, post),
      body: body as never,
    }),
  ) as Promise<PostWithMore>

export const publishPost = (list: string, post: number) =>
  answer(
    api.PUT('/lists/{list}/posts/{post}/publish', { params: place(list, post) }),
  ) as Promise<PostWithMore>

export const unpublishPost = (list: string, post: number) =>
  answer(
    api.PUT('/lists/{list}/posts/{post}/unpublish', { params: place(list, post) }),
  ) as Promise<PostWithMore>

export const schedulePost = (list: string, post: number, publishAt: string) =>
  answer(
    api.POST('/lists/{list}/posts/{post}/schedule', {
      params: place(list, post),
      body: { publish_at: publishAt },
    }),
  ) as Promise<PostWithMore>

export const cancelSchedule = (list: string, post: number) =>
  answer(
    api.DELETE('/lists/{list}/posts/{post}/schedule', {
      params: place(list, post),
    }),
  ) as Promise<PostWithMore>

export const deletePost = (list: string, post: number) =>
  api.DELETE('/lists/{list}/posts/{post}', { params: place(list, post) })

export const restorePost = (list: string, post: number) =>
  answer(
    api.POST('/lists/{list}/posts/{post}/restore', {
      params: place(list, post),
    }),
  ) as Promise<PostWithMore>

export const duplicatePost = (list: string, post: number) =>
  answer(
    api.POST('/lists/{list}/posts/{post}/duplicate', { params: place(list, post) }),
  ) as Promise<PostWithMore>

/** Makes a draft of a public article; can take a minute. */
export const importArticle = (list: string, url: string) =>
  answer(api.POST('/lists/{list}/posts/import', { params: { path: { list } }, body: { url } }))

/** The page of a text that is not saved, as the server would render it. */
export const previewText = (list: string, body: PostRequest, signal: AbortSignal) =>
  answer(
    api.POST('/lists/{list}/posts/preview', {
      params: { path: { list } },
      body,
      signal,
    }),
  )

/** A link with which anybody can read the post as it is saved. */
export async function previewLink(
  list: string,
  post: number,
): Promise<{ url: string; expires_at: string }> {
  const { token, expires_at } = await answer(
    api.POST('/lists/{list}/posts/{post}/preview', { params: place(list, post) }),
  )
  const url = `/api/lists/${encodeURIComponent(list)}/posts/${post}/preview?access_token=${encodeURIComponent(token)}`
  return { url: new URL(url, location.href).href, expires_at }
}

export const suggest = (field: 'slug' | 'summary' | 'tags', title: string, content: string) =>
  answer(
    api.POST('/composer/metadata', {
      params: { query: { includes: field } },
      body: { title, content },
    }),
  ).then((found) => String((found as Record<string, unknown>)[field] ?? ''))

export const slugIsTaken = (list: string, slug: string) =>
  answer(api.GET('/lists/{list}/posts/check/{slug}', { params: { path: { list, slug } } })).then(
    ({ existence }) => existence === 1,
  )

export type Revision = Schema<'RevisionView'>

export const getRevisions = (list: string, post: number, offset: number, limit: number) =>
  answer(
    api.GET('/lists/{list}/posts/{post}/revisions', {
      params: { ...place(list, post), query: { offset, limit } },
    }),
  ) as unknown as Promise<{ items: Revision[]; pagination: { total: number } }>

export const restoreRevision = (list: string, post: number, id: number) =>
  answer(
    api.PUT('/lists/{list}/posts/{post}/revisions/{id}/restore', {
      params: { path: { list, post: String(post), id } },
    }),
  ) as Promise<PostWithMore>

export type Photo = Schema<'Photo'>

export const searchPhotos = (query: string, page: number) =>
  answer(
    api.GET('/composer/unsplash/photos/search', {
      params: { query: { query, page: String(page), limit: '12' } },
    }),
  ) as unknown as Promise<{ total: number; total_pages: number; results: Photo[] }>

export const photoAddress = (endpoint: string) =>
  answer(
    api.GET('/composer/unsplash/photos/download_url', { params: { query: { endpoint } } }),
  ).then(({ url }) => url)

export type Attachment = Schema<'AttachmentView'>

export const recentImages = (offset: number, limit: number) =>
  answer(
    api.GET('/attachments', {
      params: { query: { offset, limit } },
    }),
  ) as unknown as Promise<{ items: Attachment[]; pagination: { total: number } }>

export const rememberOption = (name: string, value: unknown) =>
  api.PUT('/users/me/options', { body: { options: { [name]: value } } })
