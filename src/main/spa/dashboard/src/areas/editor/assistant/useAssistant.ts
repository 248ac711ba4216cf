import { answer } from '@quaily/shared/api'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { api } from '../../../api'
import { eventsOf } from './events'

/** What the assistant can be asked for; each is a kind of task of the API. */
export type Kind = 'titles' | 'proofread' | 'draft' | 'translate' | 'alt'

/** A task and how far it is. */
export interface Task {
  id: number
  status: number
  result?: Record<string, unknown>
  partial?: string | null
  error?: string | null
  cost?: { models: string; tokens: number; micros: number } | null
}

const COMPLETED = 3

/** One task at a time: begun, watched as it grows, cancelled. */
export function useAssistant() {
  const task = shallowRef<Task | null>(null)
  const kind = ref<Kind>('titles')
  const isRunning = ref(false)
  let run = 0

  async function begin(
    chosen: Kind,
    body: {
      title: string
      content: string
      list: string
      language?: string
      style?: string
      image?: string
    },
  ) {
    const mine = ++run
    kind.value = chosen
    task.value = null
    isRunning.value = true
    try {
      const begun = (await answer(
        api.POST('/auxilia/tasks/{task}', { params: { path: { task: chosen } }, body }),
      )) as unknown as Task
      if (mine !== run) {
        await stop(begun.id)
        return
      }
      task.value = begun
      for await (const seen of watch(begun.id)) {
        if (mine !== run) {
          return
        }
        task.value = seen
      }
    } finally {
      if (mine === run) {
        isRunning.value = false
      }
    }
  }

  async function* watch(id: number): AsyncGenerator<Task> {
    const { data } = await api.GET('/auxilia/tasks/{task}/events', {
      params: { path: { task: String(id) } },
      parseAs: 'stream',
    })
    for await (const event of eventsOf(data as unknown as ReadableStream<Uint8Array>)) {
      yield JSON.parse(event) as Task
    }
  }

  async function cancel() {
    run++
    isRunning.value = false
    if (task.value) {
      await stop(task.value.id)
    }
  }

  /** Notes that the writer took the result over. */
  async function accept() {
    if (task.value) {
      try {
        const path = { task: String(task.value.id) }
        await answer(api.POST('/auxilia/tasks/{task}/accept', { params: { path } }))
      } catch (error) {
        // The text has what the writer wanted; only the record lacks a line.
        console.warn(error)
      }
    }
  }

  const stop = (id: number) =>
    answer(api.DELETE('/auxilia/tasks/{task}', { params: { path: { task: String(id) } } }))

  onScopeDispose(() => {
    run++
  })

  const result = computed(() =>
    task.value?.status === COMPLETED ? (task.value.result ?? {}) : undefined,
  )
  return { task, kind, isRunning, result, begin, cancel, accept }
}
