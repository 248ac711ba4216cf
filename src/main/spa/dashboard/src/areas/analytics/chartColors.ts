import { onScopeDispose, ref } from 'vue'

/** Counts how often the colours of the page have changed, so that what is drawn can be drawn anew. */
export function useColorChanges() {
  const count = ref(0)
  const changed = () => {
    count.value++
  }
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', changed)
  const chosen = new MutationObserver(changed)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  onScopeDispose(() => {
    system.removeEventListener('change', changed)
    chosen.disconnect()
  })
  return count
}

/** The value of a token, such as `--accent`, as the page shows it now. */
export const token = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()
