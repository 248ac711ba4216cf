import { toast } from '@quaily/shared/ui'
import type { Ref, ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { sendAll } from '../../lists/sendAll'
import { useTelling } from '../../lists/telling'
import * as posts from './posts'
import type { Post, Tab } from './posts'

export type ActName = 'publish' | 'unpublish' | 'trash' | 'restore' | 'tag'

/** What an act makes of a post, how it is sent, and how it is taken back; `before` is the post as it was. */
interface Act {
  change: (post: Post) => Post | null
  send: (post: Post) => Promise<unknown>
  takeBack?: (before: Post) => Promise<unknown>
  said: string
}

/** The list that acts change at once, before the server has answered. */
export interface ShownList {
  list: () => string
  tab: () => Tab
  items: ShallowRef<Post[]>
  total: Ref<number | null>
  /** The list and the counts of all tabs, from the server. */
  refresh: () => Promise<void>
}

/** Acts on one post or many: shown at once, put right when the server refuses, and taken back by the note's button. */
export function usePostActs({ list, tab, items, total, refresh }: ShownList) {
  const { t } = useI18n()
  const { tell } = useTelling()

  async function run(chosen: readonly Post[], act: Act) {
    const before = new Map(chosen.map((post) => [post.id, post]))
    show(before, act.change)
    const failures = await sendAll(chosen, act.send)
    if (failures.size > 0) {
      tell([...failures.values()][0])
    }
    const done = chosen.filter((post) => !failures.has(post.id))
    if (done.length > 0) {
      const { takeBack } = act
      toast({
        text: t(act.said, { count: done.length }, done.length),
        ...(takeBack && { undo: () => void undo(done, takeBack) }),
      })
    }
    await refresh()
  }

  function show(before: ReadonlyMap<number, Post>, change: Act['change']) {
    const next = items.value.flatMap((post) => (before.has(post.id) ? (change(post) ?? []) : post))
    total.value = (total.value ?? 0) - (items.value.length - next.length)
    items.value = next
  }

  async function undo(done: readonly Post[], takeBack: NonNullable<Act['takeBack']>) {
    const failures = await sendAll(done, takeBack)
    if (failures.size > 0) {
      tell([...failures.values()][0])
    }
    await refresh()
  }

  /** Whether a post in this state is still shown in the tab. */
  const kept = (post: Post): Post | null => {
    const state = posts.stateOf(post)
    const fits =
      tab() === 'all'
        ? state !== 'trash'
        : tab() === 'premium'
          ? state === 'published'
          : state === tab()
    return fits ? post : null
  }

  return {
    publish: (chosen: readonly Post[]) =>
      run(chosen, {
        change: (post) =>
          kept({ ...post, scheduled_at: null, published_at: new Date().toISOString() }),
        send: (post) => posts.publish(list(), post),
        takeBack: (before) =>
          before.scheduled_at
            ? posts
                .unpublish(list(), before)
                .then(() => posts.schedule(list(), before, before.scheduled_at as string))
            : posts.unpublish(list(), before),
        said: 'posts.said.published',
      }),
    unpublish: (chosen: readonly Post[]) =>
      run(chosen, {
        change: (post) => kept({ ...post, published_at: null as never }),
        send: (post) => posts.unpublish(list(), post),
        takeBack: (before) => posts.publish(list(), before),
        said: 'posts.said.unpublished',
      }),
    unschedule: (chosen: readonly Post[]) =>
      run(chosen, {
        change: (post) => kept({ ...post, scheduled_at: null }),
        send: (post) => posts.unschedule(list(), post),
        takeBack: (before) => posts.schedule(list(), before, before.scheduled_at as string),
        said: 'posts.said.unscheduled',
      }),
    trash: (chosen: readonly Post[]) =>
      run(chosen, {
        change: () => null,
        send: (post) => posts.moveToTrash(list(), post),
        takeBack: (before) => posts.restore(list(), before),
        said: 'posts.said.deleted',
      }),
    restore: (chosen: readonly Post[]) =>
      run(chosen, {
        change: () => null,
        send: (post) => posts.restore(list(), post),
        takeBack: (before) => posts.moveToTrash(list(), before),
        said: 'posts.said.restored',
      }),
    tag: (chosen: readonly Post[], change: (tags: string[]) => string[]) =>
      run(chosen, {
        change: (post) => ({ ...post, tags: change(posts.tagsOf(post)).join(',') }),
        send: (post) => posts.setTags(list(), post, change(posts.tagsOf(post))),
        takeBack: (before) => posts.setTags(list(), before, posts.tagsOf(before)),
        said: 'posts.said.tagged',
      }),
  }
}
