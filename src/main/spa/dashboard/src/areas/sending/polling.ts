import { onBeforeUnmount } from 'vue'

/** Asks again and again while there is something to see, not while the page is hidden. */
export function usePolling(ask: () => Promise<void>, isWorthIt: () => boolean, pause = 1500): void {
  const timer = setInterval(() => {
    if (!document.hidden && isWorthIt()) {
      void ask()
    }
  }, pause)
  onBeforeUnmount(() => clearInterval(timer))
}
