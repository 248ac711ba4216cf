import { computed, ref, shallowRef } from 'vue'

/** A part of a list as the API answers it. */
export interface Slice<Item> {
  items: Item[]
  pagination: { total: number }
}

/**
 * A list that loads part by part.
 *
 * @param load asks for up to `limit` items after the first `offset`
 */
export function useSlices<Item>(
  load: (offset: number, limit: number, signal: AbortSignal) => Promise<Slice<Item>>,
  limit = 50,
) {
  const items = shallowRef<Item[]>([])
  const total = ref<number | null>(null)
  const isLoading = ref(false)
  const error = shallowRef<unknown>(null)
  let running: AbortController | null = null

  async function ask(offset: number) {
    running?.abort()
    const asked = (running = new AbortController())
    isLoading.value = true
    error.value = null
    try {
      const slice = await load(offset, limit, asked.signal)
      if (!asked.signal.aborted) {
        items.value = offset === 0 ? slice.items : [...items.value, ...slice.items]
        total.value = slice.pagination.total
      }
    } catch (failure) {
      if (!asked.signal.aborted) {
        error.value = failure
      }
    } finally {
      if (running === asked) {
        isLoading.value = false
      }
    }
  }

  return {
    items,
    /** Null until the first answer. */
    total,
    isLoading,
    error,
    hasMore: computed(() => total.value !== null && items.value.length < total.value),
    /** From the beginning, also after a change of what is asked for. */
    reload: () => ask(0),
    /** The next part; nothing while one is on its way. */
    more: () => (isLoading.value ? Promise.resolve() : ask(items.value.length)),
  }
}
