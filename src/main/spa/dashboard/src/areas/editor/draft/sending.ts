import { ApiError } from '@quaily/shared/api'
import { createPost, getPost, updatePost } from '../calls'
import {
  changesOf,
  copyOf,
  emptyFields,
  isSlugOfDraft,
  type DraftFields,
  type PostWithMore,
} from './fields'
import type { SaveResult } from './saveQueue'
import type { Versions } from './versions'

const POST_CHANGED = 5001

interface Around {
  list: string
  /** Under which a new post is created. */
  slug: () => string
  created: (answered: PostWithMore, sent: DraftFields) => Promise<void>
  saved: (answered: PostWithMore, sent: DraftFields) => void
  /** Whether the version of somebody else left nothing to decide. */
  bringTogether: (before: DraftFields, mine: DraftFields, theirs: PostWithMore) => boolean
}

/** Sends what was typed to the server, on top of the version on which it is based. */
export function senderOf({ fields, base, post }: Versions, around: Around) {
  async function send(): Promise<SaveResult> {
    const sent = copyOf(fields.value)
    const current = post.value
    if (!current) {
      return create(sent)
    }
    try {
      const request = changesOf(base.value, sent)
      if (Object.keys(request).length > 0) {
        const version = { updated_at: current.updated_at }
        around.saved(await updatePost(around.list, current.id, { ...request, ...version }), sent)
      }
      return 'saved'
    } catch (error) {
      if (error instanceof ApiError && error.code === POST_CHANGED) {
        return changedElsewhere(await getPost(around.list, String(current.id)))
      }
      throw error
    }
  }

  async function create(sent: DraftFields): Promise<SaveResult> {
    const request = { ...changesOf(emptyFields(), sent), slug: around.slug() }
    const made = await createPost(around.list, request)
    await around.created(made, sent)
    if (!sent.slug || isSlugOfDraft(sent.slug) || fields.value.slug !== made.slug) {
      return 'saved'
    }
    // The address was chosen before the server had the post.
    fields.value.slug = sent.slug
    return send()
  }

  function changedElsewhere(theirs: PostWithMore): Promise<SaveResult> | SaveResult {
    return around.bringTogether(base.value, fields.value, theirs) ? send() : 'conflict'
  }

  return send
}
