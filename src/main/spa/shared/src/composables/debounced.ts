import { onScopeDispose } from 'vue'

/** Runs `act` once nothing has asked for it for that long. */
export function useDebounced<Args extends unknown[]>(
  act: (...args: Args) => void,
  milliseconds = 300,
) {
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))
  return (...args: Args) => {
    clearTimeout(timer)
    timer = setTimeout(() => act(...args), milliseconds)
  }
}
