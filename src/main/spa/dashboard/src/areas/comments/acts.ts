import { confirm, toast } from '@quaily/shared/ui'
import type { Ref, ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { sendAll } from '../../lists/sendAll'
import { useTelling } from '../../lists/telling'
import { deleteComment, moveTo, stateOf, type Comment, type State } from './comments'

/** The list that acts change at once, before the server has answered. */
export interface ShownComments {
  items: ShallowRef<Comment[]>
  total: Ref<number | null>
  /** The list and the counts of all states, from the server. */
  refresh: () => Promise<unknown>
}

/** Acts on one comment or many: shown at once, put right when the server refuses, and taken back by the note's button. */
export function useCommentActs({ items, total, refresh }: ShownComments) {
  const { t } = useI18n()
  const { tell } = useTelling()

  async function run(chosen: readonly Comment[], send: (comment: Comment) => Promise<unknown>) {
    const ids = new Set(chosen.map((comment) => comment.id))
    items.value = items.value.filter((comment) => !ids.has(comment.id))
    total.value = Math.max(0, (total.value ?? 0) - chosen.length)
    const failures = await sendAll(chosen, send)
    if (failures.size > 0) {
      tell([...failures.values()][0])
    }
    return chosen.filter((comment) => !failures.has(comment.id))
  }

  async function move(chosen: readonly Comment[], state: State) {
    const done = await run(chosen, (comment) => moveTo(comment, state))
    if (done.length > 0) {
      toast({
        text: t(`comments.said.${state}`, { count: done.length }, done.length),
        undo: () => void takeBack(done),
      })
    }
    await refresh()
  }

  /** Each goes back to where it was. */
  async function takeBack(done: readonly Comment[]) {
    const failures = await sendAll(done, (comment) => moveTo(comment, stateOf(comment)))
    if (failures.size > 0) {
      tell([...failures.values()][0])
    }
    await refresh()
  }

  async function remove(chosen: readonly Comment[]) {
    const isSure = await confirm({
      title: t('comments.deleteAsk', { count: chosen.length }, chosen.length),
      text: t('comments.deleteText'),
      action: t('comments.delete'),
      danger: true,
    })
    if (!isSure) {
      return
    }
    const done = await run(chosen, deleteComment)
    if (done.length > 0) {
      toast({ text: t('comments.said.deleted', { count: done.length }, done.length) })
    }
    await refresh()
  }

  return { move, remove }
}
