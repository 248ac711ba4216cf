import { onMounted, shallowRef } from 'vue'
import { useTelling } from './telling'

/** A short list that is loaded whole, and acts on it after which it is loaded again. */
export function useLoaded<Item>(ask: () => Promise<Item[]>) {
  const items = shallowRef<Item[] | null>(null)
  const fault = shallowRef<unknown>(null)
  const { telling: tellingOnly } = useTelling()

  async function load() {
    fault.value = null
    try {
      items.value = await ask()
    } catch (error) {
      console.warn(error)
      fault.value = error
    }
  }

  /** Does something; what goes wrong is told. */
  async function telling(act: () => Promise<void>) {
    await tellingOnly(act)
    await load()
  }

  onMounted(load)
  return { items, fault, load, telling }
}
