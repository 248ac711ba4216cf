import { onScopeDispose, readonly, ref, toValue, watchEffect, type MaybeRefOrGetter } from 'vue'

/** True once `source` has been true for that long: what is there in a moment needs no skeleton. */
export function useDelayed(source: MaybeRefOrGetter<boolean>, milliseconds = 300) {
  const shown = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watchEffect(() => {
    clearTimeout(timer)
    if (toValue(source)) {
      timer = setTimeout(() => {
        shown.value = true
      }, milliseconds)
    } else {
      shown.value = false
    }
  })
  onScopeDispose(() => clearTimeout(timer))
  return readonly(shown)
}
