import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { DraftFields } from './fields'

/**
 * What a tab has of a post and the server does not have yet.
 *
 * Each tab has its own record, so that two of them never overwrite each other.
 */
export interface LocalDraft {
  /** `post` and `tab`. */
  key: string
  /** The post's place: see `placeOf`. */
  place: string
  tab: string
  /** Null until the server has it. */
  postId: number | null
  /** The slug with which it is created, so that a repeated creation meets the same post. */
  slug: string
  fields: DraftFields
  /** The version that the text began with, and when the server saved that; null for a new post. */
  base: DraftFields
  baseUpdatedAt: string | null
  /** Milliseconds since 1970. */
  changedAt: number
}

interface Schema extends DBSchema {
  drafts: { key: string; value: LocalDraft; indexes: { place: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

function database() {
  opened ??= openDB<Schema>('quaily-drafts', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'key' }).createIndex('place', 'place')
    },
    terminated() {
      opened = null
    },
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

/** Where a person's drafts of a post belong; those of new posts of a channel share one place. */
export const placeOf = (userId: number, channelId: number, postId: number | null) =>
  `${userId}/${channelId}/${postId ?? 'new'}`

export const keyOf = (place: string, tab: string) => `${place}/${tab}`

export async function keep(draft: LocalDraft): Promise<void> {
  await (await database()).put('drafts', draft)
}

export async function forget(key: string): Promise<void> {
  await (await database()).delete('drafts', key)
}

/** The drafts at a place, the newest first. */
export async function draftsAt(place: string): Promise<LocalDraft[]> {
  const drafts = await (await database()).getAllFromIndex('drafts', 'place', place)
  return drafts.sort((a, b) => b.changedAt - a.changedAt)
}

/** Closes the database; the next call opens it again. */
export async function closeDrafts(): Promise<void> {
  const closing = opened
  opened = null
  ;(await closing)?.close()
}
