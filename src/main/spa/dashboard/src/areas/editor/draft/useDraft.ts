import { useSession } from '@quaily/shared/session'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useChannels } from '../../../channels'
import { useSaving } from '../../../saving'
import { getPost, updatePost } from '../calls'
import {
  changesOf,
  copyOf,
  differences,
  isEmpty,
  slugOfDraft,
  type DraftFields,
  type PostWithMore,
} from './fields'
import { LocalCopy } from './localCopy'
import { forget, keep, keyOf, placeOf, type LocalDraft } from './localDrafts'
import { keptOffline, leftBehind } from './recovery'
import { SaveQueue, type SaveState } from './saveQueue'
import { senderOf } from './sending'
import { Tabs } from './tabs'
import { useVersions, type Conflict } from './versions'

/**
 * A post while it is being written: what is typed, the copy in the browser's database, and the saves to the server.
 *
 * @param list slug of its channel
 */
export function useDraft(list: string) {
  const session = useSession()
  const channels = useChannels()
  const saving = useSaving()

  const versions = useVersions()
  const { fields, base, post, conflict, isPublished, isDirty, adopt } = versions
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
  const queue = new SaveQueue({
    save: senderOf(versions, { list, slug: () => slug, created, saved, bringTogether }),
    tell: show,
  })

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
      const local = await keptOffline(error, placeOf(userId, channelId, Number(key) || null))
      if (!local) {
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

  async function recover(there: ReadonlySet<string>) {
    try {
      const isOpen = (tab: string) => there.has(tab) || tab === tabs.id
      const left = await leftBehind(place, isOpen, base.value)
      if (left) {
        resume(left)
        await keep(localDraft())
        await forget(left.key)
      }
    } catch (error) {
      localFailure.value = error
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

  /** True when nothing is left for the person to decide; until then, nothing is sent. */
  function bringTogether(before: DraftFields, mine: DraftFields, theirs: PostWithMore): boolean {
    if (versions.bringTogether(before, mine, theirs)) {
      return true
    }
    queue.hold()
    saving.tell('conflict')
    return false
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

  function saved(answered: PostWithMore, sent: DraftFields) {
    versions.accept(answered, sent)
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
    versions.rebase(answered)
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
