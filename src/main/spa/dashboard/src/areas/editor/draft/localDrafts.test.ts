import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { emptyFields } from './fields'
import { LocalCopy } from './localCopy'
import { closeDrafts, draftsAt, forget, keep, keyOf, placeOf, type LocalDraft } from './localDrafts'

afterEach(async () => {
  vi.useRealTimers()
  await closeDrafts()
})

function draft(tab: string, content: string, changedAt = 1): LocalDraft {
  const place = placeOf(1, 2, 3)
  return {
    key: keyOf(place, tab),
    place,
    tab,
    postId: 3,
    slug: 'draft-abcdefghijkl',
    fields: { ...emptyFields(), content },
    base: emptyFields(),
    baseUpdatedAt: '2026-01-01T00:00:00Z',
    changedAt,
  }
}

test('two tabs with the same post keep a text each', async () => {
  await keep(draft('a', 'one', 1))
  await keep(draft('b', 'two', 2))
  const found = await draftsAt(placeOf(1, 2, 3))
  expect(found.map(({ fields }) => fields.content)).toEqual(['two', 'one'])
  await forget(keyOf(placeOf(1, 2, 3), 'b'))
  expect(await draftsAt(placeOf(1, 2, 3))).toHaveLength(1)
})

test('the text of one person is not found by another', async () => {
  await keep(draft('a', 'mine'))
  expect(await draftsAt(placeOf(9, 2, 3))).toEqual([])
})

test('every key is in the database within a second, also while somebody types on', async () => {
  vi.useFakeTimers()
  let text = ''
  const kept: string[] = []
  const copy = new LocalCopy(() => draft('a', text), {
    keep: async ({ fields }) => void kept.push(fields.content),
    forget: async () => undefined,
  })
  for (let i = 0; i < 20; i++) {
    text += 'x'
    copy.changed()
    await vi.advanceTimersByTimeAsync(100)
    const missing = text.length - (kept.at(-1)?.length ?? 0)
    expect(missing).toBeLessThanOrEqual(10)
  }
  await vi.advanceTimersByTimeAsync(250)
  expect(kept.at(-1)).toBe(text)
  expect(copy.isPending).toBe(false)
})

test('what could not be kept counts as pending', async () => {
  const failures: unknown[] = []
  const copy = new LocalCopy(
    () => draft('a', 'x'),
    {
      keep: async () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
      forget: async () => undefined,
    },
    (error) => failures.push(error),
  )
  copy.changed()
  await copy.flush()
  expect(copy.isPending).toBe(true)
  expect(failures).toHaveLength(1)
})
