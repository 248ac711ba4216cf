import { readonly, ref } from 'vue'

/** How it stands with what the person has written; shown in one place, the top bar. */
export type Saving = 'none' | 'unsaved' | 'saving' | 'saved' | 'kept-here' | 'failed' | 'conflict'

const state = ref<Saving>('none')
const savedAt = ref<Date | null>(null)

/** The editor tells; the top bar shows. `kept-here` means: on this device, not on the server yet. */
export function useSaving() {
  return {
    state: readonly(state),
    savedAt: readonly(savedAt),
    tell(next: Saving) {
      state.value = next
      if (next === 'saved') {
        savedAt.value = new Date()
      }
    },
  }
}
