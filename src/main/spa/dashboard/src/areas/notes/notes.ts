import type { Schema } from '@quaily/shared/api'
import type { Slice } from '@quaily/shared/composables'
import { call } from '../../api'

/** A short note; the API calls it a tweet. */
export type Note = Schema<'TweetView'>
export type Reply = Schema<'TweetReplyView'>

const path = (note: Pick<Note, 'id'>) => `/tweets/${note.id}`

export const listNotes = (list: string, offset: number, limit: number) =>
  call<Slice<Note>>('get', '/tweets', {
    query: { list, offset: String(offset), limit: String(limit) },
  })

/** What a note is made of. */
export interface Draft {
  text: string
  tags: string[]
  isPremium: boolean
}

const bodyOf = ({ text, tags, isPremium }: Draft) => ({ text, tags, is_premium: isPremium })

export const createNote = (list: string, draft: Draft) =>
  call<Note>('post', '/tweets', { query: { list }, body: bodyOf(draft) })

export const saveNote = (note: Note, draft: Draft) =>
  call<Note>('put', path(note), { body: bodyOf(draft) })

export const deleteNote = (note: Note) => call('delete', path(note))

export const pinNote = (note: Note, isPinned: boolean) =>
  isPinned ? call<Note>('put', `${path(note)}/pin`) : call<Note>('delete', `${path(note)}/unpin`)

export const listReplies = (note: Note, offset: number, limit: number) =>
  call<Slice<Reply>>('get', `${path(note)}/replies`, {
    query: { offset: String(offset), limit: String(limit) },
  })

export const answerNote = (note: Note, text: string) =>
  call<Reply>('post', `${path(note)}/replies`, { body: { text } })

export const deleteReply = (reply: Reply) =>
  call('delete', `/tweets/${reply.tweet_id}/replies/${reply.id}`)

const HASHTAG = /(?<![\p{L}\p{N}&/])#([\p{L}\p{N}_-]+)/gu

/** The tags of a note that do not stand in its text. */
export function tagsBeside(note: Pick<Note, 'text' | 'tags'>): string[] {
  const inText = new Set([...note.text.matchAll(HASHTAG)].map((found) => found[1]))
  return note.tags.filter((tag) => !inText.has(tag))
}
