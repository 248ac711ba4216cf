import { explain } from '@quaily/shared/api'
import { toast } from '@quaily/shared/ui'
import { onMounted, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'

/** A short list that is loaded whole, and acts on it after which it is loaded again. */
export function useLoaded<Item>(ask: () => Promise<Item[]>) {
  const { t } = useI18n()
  const items = shallowRef<Item[] | null>(null)
  const fault = shallowRef<unknown>(null)

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
    try {
      await act()
    } catch (error) {
      console.warn(error)
      const { key, values } = explain(error)
      toast({ text: t(key, values), isError: true })
    }
    await load()
  }

  onMounted(load)
  return { items, fault, load, telling }
}
