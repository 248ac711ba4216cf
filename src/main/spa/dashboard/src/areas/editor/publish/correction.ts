import type { Schema } from '@quaily/shared/api'
import { call } from '../../../api'

export type Message = Schema<'SocialPostView'>

const path = (list: string, post: number) => `/lists/${encodeURIComponent(list)}/posts/${post}`

/** How many readers have a version from before the last visible change. */
export const countEarlierReaders = (list: string, post: number) =>
  call<Schema<'EarlierReadersView'>>('get', `${path(list, post)}/corrections`)

export const correct = (
  list: string,
  post: number,
  body: { note: string; mark: boolean; mail: boolean },
) => call<Schema<'CorrectionView'>>('post', `${path(list, post)}/corrections`, { body })

/** The messages on other services that can be changed. */
export const listEditable = async (list: string, post: number) =>
  (await call<Message[]>('get', `${path(list, post)}/social`)).filter(({ editable }) => editable)

export const editMessage = (list: string, post: number, id: number) =>
  call<Message>('put', `${path(list, post)}/social/${id}`)
