import { shallowRef } from 'vue'

/** A short note that goes away by itself. */
export interface Toast {
  id: number
  text: string
  /** Takes back what was done. */
  undo?: () => void
  /** Stays until it is dismissed. */
  isError?: boolean
}

const SHOWN_FOR = 8000
const AT_ONCE = 3

export const openToasts = shallowRef<readonly Toast[]>([])
const timers = new Map<number, ReturnType<typeof setTimeout>>()
let lastId = 0

/** Shows a note; the oldest gives way when there are too many. */
export function toast(note: Omit<Toast, 'id'>): void {
  const id = ++lastId
  openToasts.value = [...openToasts.value, { ...note, id }].slice(-AT_ONCE)
  resume()
}

export function dismiss(id: number): void {
  openToasts.value = openToasts.value.filter((one) => one.id !== id)
  clearTimeout(timers.get(id))
  timers.delete(id)
}

/** While somebody reads or has the focus there, nothing goes away. */
export function pause(): void {
  timers.forEach(clearTimeout)
  timers.clear()
}

export function resume(): void {
  for (const { id, isError } of openToasts.value) {
    if (!isError && !timers.has(id)) {
      timers.set(
        id,
        setTimeout(() => dismiss(id), SHOWN_FOR),
      )
    }
  }
}
