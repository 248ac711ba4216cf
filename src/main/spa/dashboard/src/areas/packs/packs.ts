import type { Schema } from '@quaily/shared/api'
import type { Slice } from '@quaily/shared/composables'
import { call } from '../../api'
import type { Post } from '../posts/posts'

/** An ordered collection of posts. */
export type Pack = Schema<'PackView'>

/** What a pack is made of. */
export interface Draft {
  title: string
  description: string
  cover_image_url: string
  /** Left out: as it was. */
  post_ids?: number[]
}

const base = (list: string) => `/lists/${encodeURIComponent(list)}/packs`

export const listPacks = (list: string) => call<Pack[]>('get', base(list))

export const getPack = (list: string, pack: string) =>
  call<Pack>('get', `${base(list)}/${encodeURIComponent(pack)}`)

export const savePack = (list: string, pack: Pack | null, draft: Draft) =>
  pack
    ? call<Pack>('put', `${base(list)}/${pack.id}`, { body: draft })
    : call<Pack>('post', base(list), { body: draft })

export const deletePack = (list: string, pack: Pack) => call('delete', `${base(list)}/${pack.id}`)

/** Published posts for a pack: those that hold the text, else the newest. */
export async function findPosts(list: string, text: string): Promise<Post[]> {
  const { items } = await call<Slice<Post>>('get', `/lists/${encodeURIComponent(list)}/posts`, {
    query: { public: '1', limit: '20', ...(text && { q: text }) },
  })
  return items
}

/** The same rows with one of them moved by some places. */
export function moved<Row>(rows: readonly Row[], index: number, step: number): Row[] {
  const next = [...rows]
  const [row] = next.splice(index, 1)
  next.splice(index + step, 0, row as Row)
  return next
}
