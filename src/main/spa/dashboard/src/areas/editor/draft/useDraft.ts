import { ApiError } from '@quaily/shared/api'
import { useSession } from '@quaily/shared/session'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useChannels } from '../../../channels'
import { useSaving } from '../../../saving'
import { createPost, getPost, updatePost } from '../calls'
import {
  changesOf,
  copyOf,
  differences,
  emptyFields,
  fieldsOf,
  isEmpty,
  isSlugOfDraft,
  slugOfDraft,
  type DraftFields,
  type FieldName,
  type PostWithMore,
} from './fields'
import { draftsAt, forget, keep, keyOf, placeOf, type LocalDraft } from './localDrafts'
import { LocalCopy } from './localCopy'
import { mergeFields } from './merge'
import { SaveQueue, type SaveResult, type SaveState } from './saveQueue'
import { Tabs } from './tabs'

const POST_CHANGED = 5001

/** Two versions of the post that a person has to bring together. */
export interface Conflict {
  base: DraftFields
  mine: DraftFields
  theirs: DraftFields
  post: PostWithMore
  /** Fields that both have changed. */
  clashes: FieldName[]
}

/**
 * A post while it is being written: what is typed, the copy in the browser's database, and the saves to the server.
 *
 * @param list slug of its channel
 */
export function useDraft(list: string) {
  const session = useSession()
  const channels = useChannels()
  const saving = useSaving()

  const fields = ref<DraftFields>(emptyFields())
  const base = shallowRef<DraftFields>(emptyFields())
  /** As the server last answered it; null while it has no such post. */
  const post = shallowRef<PostWithMore | null>(null)
  const conflict = shallowRef<Conflict | null>(null)
  const failure = shallowRef<unknown>(null)
  /** The browser's database does not work: the text is in memory only. */
  const localFailure = shallowRef<unknown>(null)
  const otherTabs = ref(0)
  /** When the text was written that was found here and the server did not have. */
  const recoveredFrom = ref<Date | null>(null)
  const isReady = ref(false)
  let slug = slugOfDraft()
  let place = ''
  let isGone = false

  const isPublished = computed(() => Boolean(post.value?.published_at))
  const isDirty = computed(() => differences(base.value, fields.value).length > 0)

  const tabs = new Tabs({
    others: (count) => {
      otherTabs.value = count
    },
    saved: (updatedAt) => void takeFromServer(updatedAt),
  })
  const copy = new LocalCopy(localDraft, { keep, forget }, (error) => {
    console.error(error)
    localFailure.value = error
  })
  const queue = new SaveQueue({ save: send, tell: show })

  function localDraft(): LocalDraft {
    return {
      key: keyOf(place, tabs.id),
      place,
      tab: tabs.id,
      postId: post.value?.id ?? null,
      slug,
      fields: copyOf(fields.value),
      base: copyOf(base.value),
      baseUpdatedAt: post.value?.updated_at ?? null,
      changedAt: Date.now(),
    }
  }

  function show(state: SaveState, error?: unknown) {
    failure.value = state === 'failed' ? error : null
    if (state === 'saved') {
      localFailure.value = null
    }
    saving.tell(state === 'waiting' ? 'kept-here' : state)
  }

  watch(
    fields,
    () => {
      if (!isReady.value || isGone) {
        return
      }
      if (!isDirty.value && !conflict.value) {
        void copy.clear(keyOf(place, tabs.id))
        saving.tell(post.value ? 'saved' : 'none')
        return
      }
      copy.changed()
      if (isPublished.value) {
        // Readers see a published post: it changes when the writer says so.
        saving.tell(conflict.value ? 'conflict' : 'kept-here')
      } else if (post.value || !isEmpty(fields.value)) {
        queue.changed()
      }
    },
    { deep: true },
  )

  /** Opens a post by its id or slug, or a new one. Throws when it cannot be read. */
  async function open(key: string | null): Promise<void> {
    const userId = session.user?.id ?? 0
    const channelId = channels.current?.id ?? 0
    let found: PostWithMore | null
    try {
      found = key === null ? null : await getPost(list, key)
    } catch (error) {
      const id = Number(key)
      const [local] =
        error instanceof ApiError && error.isUnreachable && id
          ? await draftsAt(placeOf(userId, channelId, id)).catch(() => [])
          : []
      if (!local?.baseUpdatedAt) {
        throw error
      }
      await resumeOffline(local)
      return
    }
    adopt(found)
    place = placeOf(userId, channelId, found?.id ?? null)
    const there = await tabs.open(place)
    await recover(there)
    isReady.value = true
    saving.tell(isDirty.value ? 'unsaved' : found ? 'saved' : 'none')
    if (isDirty.value) {
      fields.value = { ...fields.value }
    }
  }

  /** No server, but what this browser kept: goes on with that. */
  async function resumeOffline(local: LocalDraft) {
    base.value = local.base
    fields.value = local.fields
    post.value = {
      id: local.postId,
      slug: local.base.slug,
      updated_at: local.baseUpdatedAt,
      published_at: null,
    } as unknown as PostWithMore
    place = local.place
    await tabs.open(place)
    isReady.value = true
    fields.value = { ...fields.value }
  }

  function adopt(found: PostWithMore | null) {
    post.value = found
    base.value = found ? fieldsOf(found) : emptyFields()
    fields.value = copyOf(base.value)
  }

  /** Takes up what an earlier page has left behind: closed, crashed, or offline until the end. */
  async function recover(there: ReadonlySet<string>) {
    let left: LocalDraft[]
    try {
      left = (await draftsAt(place)).filter(({ tab }) => !there.has(tab) && tab !== tabs.id)
    } catch (error) {
      localFailure.value = error
      return
    }
    for (const draft of left) {
      const isSame = differences(draft.fields, base.value).length === 0
      if (isSame || isEmpty(draft.fields)) {
        await forget(draft.key)
        continue
      }
      resume(draft)
      await keep(localDraft())
      await forget(draft.key)
      // One at a time; the others wait until this one has been saved.
      return
    }
  }

  function resume(draft: LocalDraft) {
    recoveredFrom.value = new Date(draft.changedAt)
    if (!post.value) {
      slug = draft.slug
      fields.value = draft.fields
      return
    }
    if (draft.baseUpdatedAt === post.value.updated_at) {
      base.value = draft.base
      fields.value = draft.fields
      return
    }
    bringTogether(draft.base, draft.fields, post.value)
  }

  /** True when nothing is left for the person to decide. */
  function bringTogether(before: DraftFields, mine: DraftFields, theirs: PostWithMore): boolean {
    const theirFields = fieldsOf(theirs)
    const { merged, clashes } = mergeFields(before, mine, theirFields)
    post.value = theirs
    if (clashes.length === 0) {
      base.value = theirFields
      fields.value = merged
      return true
    }
    conflict.value = {
      base: before,
      mine: copyOf(mine),
      theirs: theirFields,
      post: theirs,
      clashes,
    }
    fields.value = copyOf(mine)
    queue.hold()
    saving.tell('conflict')
    return false
  }

  async function send(): Promise<SaveResult> {
    const sent = copyOf(fields.value)
    const current = post.value
    try {
      if (!current) {
        const made = await createPost(list, { ...changesOf(emptyFields(), sent), slug })
        await created(made, sent)
        if (!sent.slug || isSlugOfDraft(sent.slug) || fields.value.slug !== made.slug) {
          return 'saved'
        }
        // The address was chosen before the server had the post.
        fields.value.slug = sent.slug
        return await send()
      }
      const request = changesOf(base.value, sent)
      if (Object.keys(request).length > 0) {
        saved(
          await updatePost(list, current.id, { ...request, updated_at: current.updated_at }),
          sent,
        )
      }
      return 'saved'
    } catch (error) {
      if (error instanceof ApiError && error.code === POST_CHANGED && current) {
        return changedElsewhere(await getPost(list, String(current.id)))
      }
      throw error
    }
  }

  function changedElsewhere(theirs: PostWithMore): Promise<SaveResult> | SaveResult {
    return bringTogether(base.value, fields.value, theirs) ? send() : 'conflict'
  }

  async function created(answered: PostWithMore, sent: DraftFields) {
    const before = keyOf(place, tabs.id)
    place = place.replace(/new$/, String(answered.id))
    saved(answered, sent)
    await tabs.open(place)
    await forget(before).catch(console.error)
    if (isDirty.value) {
      copy.changed()
    }
  }

  /** The server has `sent`. What it writes in another way, such as tags, stays as the person typed it. */
  function saved(answered: PostWithMore, sent: DraftFields) {
    const slugWasChanged = fields.value.slug !== sent.slug
    post.value = answered
    base.value = {
      ...sent,
      slug: answered.slug,
      first_published_at: answered.first_published_at ?? '',
    }
    if (!slugWasChanged) {
      fields.value.slug = answered.slug
    }
    if (fields.value.first_published_at === sent.first_published_at) {
      fields.value.first_published_at = base.value.first_published_at
    }
    if (isDirty.value) {
      copy.changed()
    } else {
      void copy.clear(keyOf(place, tabs.id))
    }
    tabs.saved(answered.updated_at)
  }

  /** Another tab has saved: takes its version, or shows both. */
  async function takeFromServer(updatedAt: string) {
    const current = post.value
    if (!current || conflict.value || current.updated_at >= updatedAt) {
      return
    }
    try {
      const theirs = await getPost(list, String(current.id))
      if (
        post.value?.updated_at !== theirs.updated_at &&
        bringTogether(base.value, fields.value, theirs)
      ) {
        saving.tell(isDirty.value ? 'unsaved' : 'saved')
      }
    } catch (error) {
      console.warn(error)
    }
  }

  /**
   * Ends a conflict with the version that the person has made. Of a draft, mine becomes a revision first, so that both
   * originals stay.
   */
  async function resolve(merged: DraftFields) {
    const { mine, theirs, post: theirPost } = conflict.value as Conflict
    post.value = theirPost
    base.value = theirs
    if (!isPublished.value && differences(mine, merged).length > 0) {
      const kept = await updatePost(list, theirPost.id, {
        ...changesOf(theirs, { ...mine, slug: theirs.slug }),
        updated_at: theirPost.updated_at,
      })
      post.value = kept
      base.value = { ...mine, slug: kept.slug }
    }
    conflict.value = null
    queue.release()
    fields.value = merged
    if (!isPublished.value) {
      await queue.now()
    }
  }

  /** Saves now; true when the server has everything. */
  async function saveNow(): Promise<boolean> {
    await copy.flush()
    await queue.now()
    return !isDirty.value && failure.value === null && conflict.value === null
  }

  /** Saves on this device only; true when the text is there and readers do not see it yet. */
  async function keepHere(): Promise<boolean> {
    await copy.flush()
    return isDirty.value && localFailure.value === null
  }

  /** Forgets what has not been saved, for a post that is deleted. */
  async function discard() {
    isGone = true
    queue.stop()
    await copy.clear(keyOf(place, tabs.id))
  }

  /** The server's answer to an act, such as publishing, that is no save of the text. */
  function take(answered: PostWithMore) {
    const mine = copyOf(fields.value)
    const before = base.value
    post.value = answered
    base.value = fieldsOf(answered)
    fields.value = mergeFields(before, mine, base.value).merged
    tabs.saved(answered.updated_at)
    saving.tell(isDirty.value ? 'unsaved' : 'saved')
  }

  /** The post as the server now has it, in place of what is here. */
  function replace(answered: PostWithMore) {
    adopt(answered)
    tabs.saved(answered.updated_at)
    void copy.clear(keyOf(place, tabs.id))
    saving.tell('saved')
  }

  /** Leaves what was typed since the last save. */
  function revert() {
    if (post.value) {
      replace(post.value)
    }
  }

  const onOnline = () => queue.retry()
  const onHide = () => void copy.flush()
  addEventListener('online', onOnline)
  addEventListener('pagehide', onHide)
  document.addEventListener('visibilitychange', onHide)
  onScopeDispose(() => {
    removeEventListener('online', onOnline)
    removeEventListener('pagehide', onHide)
    document.removeEventListener('visibilitychange', onHide)
    if (isReady.value && !isGone && isDirty.value && !isPublished.value && !conflict.value) {
      void copy.flush()
      void queue.now().finally(() => queue.stop())
    } else {
      queue.stop()
    }
    copy.stop()
    tabs.close()
    saving.tell('none')
  })

  return {
    fields,
    base,
    post,
    conflict,
    failure,
    localFailure,
    otherTabs,
    recoveredFrom,
    isReady,
    isDirty,
    isPublished,
    open,
    resolve,
    saveNow,
    keepHere,
    take,
    replace,
    revert,
    discard,
    /** Whether something is in this page's memory only. */
    isPending: () => copy.isPending || localFailure.value !== null,
  }
}

export type Draft = ReturnType<typeof useDraft>
