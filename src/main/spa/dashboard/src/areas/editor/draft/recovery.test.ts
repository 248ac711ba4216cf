import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { emptyFields } from './fields'
import { closeDrafts, draftsAt, forget, keep, keyOf, placeOf } from './localDrafts'
import { leftBehind } from './recovery'

const place = placeOf(1, 2, 3)

afterEach(async () => {
  for (const { key } of await draftsAt(place)) {
    await forget(key)
  }
  await closeDrafts()
})

const leave = (tab: string, content: string, changedAt: number) =>
  keep({
    key: keyOf(place, tab),
    place,
    tab,
    postId: 3,
    slug: 'draft-abcdefghijkl',
    fields: { ...emptyFields(), content },
    base: emptyFields(),
    baseUpdatedAt: '2026-01-01T00:00:00Z',
    changedAt,
  })

test('the text of a closed tab is found, and that of an open one is left to it', async () => {
  await leave('open', 'still typing', 2)
  await leave('closed', 'left', 1)
  const found = await leftBehind(place, (tab) => tab === 'open', emptyFields())
  expect(found?.fields.content).toBe('left')
  expect(await draftsAt(place)).toHaveLength(2)
})

test('what the server has by now is forgotten', async () => {
  await leave('closed', 'saved', 1)
  const base = { ...emptyFields(), content: 'saved' }
  expect(await leftBehind(place, () => false, base)).toBeUndefined()
  expect(await draftsAt(place)).toEqual([])
})
