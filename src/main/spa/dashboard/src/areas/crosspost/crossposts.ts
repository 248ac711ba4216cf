import { answer, type Schema } from '@quaily/shared/api'
import { api } from '../../api'

export type Target = Required<Schema<'CrossPostTarget'>>
export type CrossPost = Schema<'CrossPostView'>
export type Drift = Required<Schema<'Drift'>>

export const STATUS = { pending: 0, working: 1, done: 2, failed: 3, duplicated: 4 } as const

export const isUnderWay = ({ status }: CrossPost) =>
  status === STATUS.pending || status === STATUS.working

/** What the writer can do about a target next; nothing while a model is at work. */
export type Step = 'begin' | 'stop' | 'accept' | 'again' | 'retry' | 'nothing'

export function stepOf(crossPost: CrossPost): Step {
  if (isUnderWay(crossPost)) {
    return 'stop'
  }
  if (crossPost.status === STATUS.failed || crossPost.status === STATUS.duplicated) {
    return 'retry'
  }
  if (crossPost.proposal) {
    return 'accept'
  }
  if (crossPost.post) {
    return crossPost.changed > 0 ? 'again' : 'nothing'
  }
  return 'begin'
}

const ofPost = (list: string, post: number) => ({ path: { list, post: String(post) } })
const ofTarget = (list: string, post: number, target: number) => ({
  path: { list, post: String(post), target: String(target) },
})

export const listTargets = (list: string) =>
  answer(api.GET('/lists/{list}/cross-post-targets', { params: { path: { list } } })) as Promise<
    Target[]
  >

export const saveTargets = (list: string, targets: Target[]) =>
  answer(
    api.PUT('/lists/{list}/cross-post-targets', { params: { path: { list } }, body: { targets } }),
  )

export const listDrifts = (list: string) =>
  answer(api.GET('/lists/{list}/drifts', { params: { path: { list } } })) as Promise<Drift[]>

export const listCrossPosts = (list: string, post: number) =>
  answer(
    api.GET('/lists/{list}/posts/{post}/cross-posts', { params: ofPost(list, post) }),
  ) as Promise<CrossPost[]>

export const begin = (list: string, post: number, target: number) =>
  answer(
    api.POST('/lists/{list}/posts/{post}/cross-posts', {
      params: ofPost(list, post),
      body: { list_ids: [target] },
    }),
  ) as Promise<CrossPost[]>

export const cancel = (list: string, post: number, target: number) =>
  answer(
    api.DELETE('/lists/{list}/posts/{post}/cross-posts/{target}', {
      params: ofTarget(list, post, target),
    }),
  ) as Promise<CrossPost[]>

/** Accepts the suggestion that was shown, for the translation that was shown. */
export const accept = (list: string, post: number, { list_id, proposal, post: shown }: CrossPost) =>
  answer(
    api.PUT('/lists/{list}/posts/{post}/cross-posts/{target}/accept', {
      params: ofTarget(list, post, list_id),
      body: { result_id: proposal?.id ?? 0, updated_at: shown?.updated_at },
    }),
  )

/** The text of the original, with its paid part. */
export const original = (list: string, post: number) =>
  answer(
    api.GET('/lists/{list}/posts/{post}/content', { params: ofPost(list, post) }),
  ) as unknown as Promise<Record<'free-content' | 'paid-content', string>>
