import { onScopeDispose, readonly, ref } from 'vue'

/** Whether the browser has a network. That the server answers is not said by it. */
export function useOnline() {
  const online = ref(navigator.onLine)
  const update = () => {
    online.value = navigator.onLine
  }
  addEventListener('online', update)
  addEventListener('offline', update)
  onScopeDispose(() => {
    removeEventListener('online', update)
    removeEventListener('offline', update)
  })
  return readonly(online)
}
