import { onScopeDispose, readonly, ref } from 'vue'

const LOOK_EVERY = 15 * 60_000

/** Whether the server has another dashboard than the one that runs here. */
export function useNewVersion() {
  const isThere = ref(false)
  const own = entryOf(document.documentElement.outerHTML)

  async function look() {
    if (document.visibilityState !== 'visible' || isThere.value || !own) {
      return
    }
    try {
      const response = await fetch('/dashboard/', { cache: 'no-cache' })
      const current = response.ok ? entryOf(await response.text()) : undefined
      isThere.value = current !== undefined && current !== own
    } catch {
      // Offline; there will be another time.
    }
  }

  function onMissingPart() {
    isThere.value = true
  }

  const timer = setInterval(look, LOOK_EVERY)
  document.addEventListener('visibilitychange', look)
  // A part of this version is no longer on the server.
  addEventListener('vite:preloadError', onMissingPart)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    removeEventListener('vite:preloadError', onMissingPart)
  })
  return readonly(isThere)
}

/** The name of the first script, which changes with the content of the build. */
export function entryOf(html: string): string | undefined {
  return /\/dashboard\/assets\/index-[\w-]+\.js/.exec(html)?.[0]
}
