/* eslint-disable no-restricted-globals */
import { customRef, type Ref } from 'vue'

/**
 * A small choice that this browser keeps, such as the language; never a secret or a text. Where storage is forbidden,
 * it lasts as long as the page.
 */
export function remembered<T extends string | boolean>(name: string, initial: T): Ref<T> {
  const key = `quaily.${name}`
  let value = read(key, initial)
  return customRef((track, trigger) => ({
    get() {
      track()
      return value
    },
    set(next) {
      value = next
      write(key, next)
      trigger()
    },
  }))
}

function read<T>(key: string, initial: T): T {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? initial : (JSON.parse(kept) as T)
  } catch {
    return initial
  }
}

function write(key: string, value: unknown) {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch (error) {
    console.warn(error)
  }
}
