import { watchEffect, type MaybeRefOrGetter, toValue } from 'vue'

/** Keeps the title of the window. */
export function useTitle(title: MaybeRefOrGetter<string>) {
  watchEffect(() => {
    document.title = `${toValue(title)} – Quaily`
  })
}
