import { useShortcut } from '@quaily/shared/composables'

/** J and K go from row to row by moving the focus, so that Enter opens the row; X selects it, Escape selects none. */
export function useRowKeys(
  rows: () => HTMLElement | null,
  { toggle, clear }: { toggle: (id: number, toLast: boolean) => void; clear: () => void },
) {
  const all = () => [...(rows()?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const current = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null

  function move(step: number) {
    const found = all()
    const row = current()
    const next = row ? found[found.indexOf(row) + step] : found[step > 0 ? 0 : found.length - 1]
    next?.querySelector<HTMLElement>('a')?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }

  useShortcut('j', () => move(1))
  useShortcut('k', () => move(-1))
  useShortcut('x', (event) => {
    const id = Number(current()?.dataset.row)
    if (id) {
      toggle(id, event.shiftKey)
    }
  })
  useShortcut('escape', clear)
}
