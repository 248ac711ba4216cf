import type { Schema } from '@quaily/shared/api'
import { call } from '../../api'

export type SequenceMail = Schema<'SequenceMailView'>

/** The most that a channel can have. */
export const MOST = 10

const path = (list: string) => `/lists/${encodeURIComponent(list)}/sequence`

export const listSequence = (list: string) => call<SequenceMail[]>('get', path(list))

/** @param id undefined = a new one */
export const saveSequenceMail = (
  list: string,
  id: number | undefined,
  body: { days: number; title: string; content: string },
) =>
  id === undefined
    ? call<SequenceMail>('post', path(list), { body })
    : call<SequenceMail>('put', `${path(list)}/${id}`, { body })

export const deleteSequenceMail = (list: string, id: number) =>
  call<number>('delete', `${path(list)}/${id}`)
