import { computed, shallowRef } from 'vue'

/**
 * Which rows of a list are selected.
 *
 * @param ids of the rows in the order in which they are shown
 */
export function useSelection(ids: () => readonly number[]) {
  const chosen = shallowRef<ReadonlySet<number>>(new Set())
  let last: number | undefined

  /** Rows that are gone are not selected. */
  const selected = computed(() => ids().filter((id) => chosen.value.has(id)))

  /** Selects the row or not; with `toLast`, all rows from the one that was chosen before to this one. */
  function toggle(id: number, toLast = false) {
    const next = new Set(selected.value)
    const isOn = !next.has(id)
    for (const one of toLast ? between(id) : [id]) {
      if (isOn) {
        next.add(one)
      } else {
        next.delete(one)
      }
    }
    last = id
    chosen.value = next
  }

  function between(id: number): readonly number[] {
    const all = ids()
    const from = last === undefined ? -1 : all.indexOf(last)
    const to = all.indexOf(id)
    return from < 0 ? [id] : all.slice(Math.min(from, to), Math.max(from, to) + 1)
  }

  return {
    selected,
    isSelected: (id: number) => chosen.value.has(id),
    toggle,
    all() {
      chosen.value = new Set(ids())
    },
    clear() {
      last = undefined
      chosen.value = new Set()
    },
  }
}
