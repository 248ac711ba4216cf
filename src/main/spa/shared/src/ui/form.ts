import { nextTick, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { fieldErrors, type Explanation } from '../api'

/**
 * The sending of a form: one at a time, and every fault at its field or above the button.
 *
 * @param fields wire names of the fields that the form shows
 * @param send throws what went wrong
 */
export function useForm<Field extends string>(fields: readonly Field[], send: () => Promise<void>) {
  const { t } = useI18n()
  const busy = ref(false)
  const faults = shallowRef<{ fields: Partial<Record<Field, Explanation>>; form?: Explanation }>({
    fields: {},
  })
  const say = (fault?: Explanation) => (fault ? t(fault.key, fault.values) : undefined)

  async function submit(event?: Event) {
    if (busy.value) {
      return
    }
    busy.value = true
    faults.value = { fields: {} }
    const form = event?.currentTarget
    try {
      await send()
    } catch (error) {
      console.warn(error)
      faults.value = fieldErrors(error, fields)
      await nextTick()
      if (form instanceof HTMLElement) {
        form.querySelector<HTMLElement>('[aria-invalid]')?.focus()
      }
    } finally {
      busy.value = false
    }
  }

  return {
    busy,
    submit,
    /** The sentence for a field; undefined while there is nothing wrong with it. */
    errorOf: (field: Field) => say(faults.value.fields[field]),
    /** The sentence for what belongs to no field. */
    formError: () => say(faults.value.form),
    clear: () => {
      faults.value = { fields: {} }
    },
  }
}
