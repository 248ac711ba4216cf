import type { Schema } from '@quaily/shared/api'
import type { Slice } from '@quaily/shared/composables'
import { call } from '../../api'

/** A comment; what answers a deleted one has no author. */
export type Comment = Schema<'CommentView'> & { quote_comment: Schema<'CommentView'> | null }

export const STATES = ['pending', 'visible', 'spam'] as const
export type State = (typeof STATES)[number]

/** The state of an address; what nobody knows is what waits. */
export const stateIn = (status: unknown): State =>
  STATES.find((state) => state === status) ?? 'pending'

/** The numbers of the API. */
const BY_NUMBER: Readonly<Record<number, State>> = { 0: 'visible', 1: 'pending', 2: 'spam' }

export const stateOf = (comment: Pick<Comment, 'status'>): State =>
  BY_NUMBER[comment.status] ?? 'pending'

/** What brings a comment into a state. */
const ACTS: Readonly<Record<State, string>> = {
  visible: 'approve',
  pending: 'reject',
  spam: 'spam',
}

export interface Choice {
  state: State
  /** Id of a post; empty for all posts. */
  post: string
}

export const listComments = (
  list: string,
  { state, post }: Choice,
  offset: number,
  limit: number,
) =>
  call<Slice<Comment>>('get', `/lists/${encodeURIComponent(list)}/comments`, {
    query: {
      status: state,
      offset: String(offset),
      limit: String(limit),
      ...(post && { post_id: post }),
    },
  })

/** How many there are in each state. */
export async function countComments(list: string, post: string): Promise<Record<State, number>> {
  const counts = await Promise.all(
    STATES.map(async (state) => {
      const { pagination } = await listComments(list, { state, post }, 0, 1)
      return [state, pagination.total] as const
    }),
  )
  return Object.fromEntries(counts) as Record<State, number>
}

export const moveTo = (comment: Comment, state: State) =>
  call<Comment>('put', `/comments/${comment.id}/${ACTS[state]}`)

export const deleteComment = (comment: Comment) => call('delete', `/comments/${comment.id}`)

export const reply = (comment: Comment, content: string) =>
  call<Comment>('post', '/comments', {
    body: { post_id: comment.post_id, quote_comment_id: comment.id, content },
  })
