import { explain } from '@quaily/shared/api'
import { toast } from '@quaily/shared/ui'
import { useI18n } from 'vue-i18n'

/** Tells in a note what went wrong, where no form can. */
export function useTelling() {
  const { t } = useI18n()

  function tell(error: unknown) {
    console.warn(error)
    const { key, values } = explain(error)
    toast({ text: t(key, values), isError: true })
  }

  /** Does something; whether it went well. */
  async function telling(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act()
      return true
    } catch (error) {
      tell(error)
      return false
    }
  }

  return { tell, telling }
}
