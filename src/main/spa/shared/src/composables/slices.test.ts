import { expect, test } from 'vitest'
import { useSlices, type Slice } from './slices'

const slice = (items: number[], total: number): Slice<number> => ({ items, pagination: { total } })

test('a list goes on where it ended, and knows when it is whole', async () => {
  const list = useSlices((offset) => Promise.resolve(slice(offset === 0 ? [1, 2] : [3], 3)), 2)
  await list.reload()
  expect(list.hasMore.value).toBe(true)
  await list.more()
  expect(list.items.value).toEqual([1, 2, 3])
  expect(list.hasMore.value).toBe(false)
})

test('a part that fails leaves what is there', async () => {
  let broken = false
  const list = useSlices(() =>
    broken ? Promise.reject(new Error('down')) : Promise.resolve(slice([1], 2)),
  )
  await list.reload()
  broken = true
  await list.more()
  expect(list.items.value).toEqual([1])
  expect(list.error.value).toEqual(new Error('down'))
})

test('an answer to an earlier question is not shown', async () => {
  const answers: ((slice: Slice<number>) => void)[] = []
  const list = useSlices<number>(() => new Promise((resolve) => answers.push(resolve)))
  const first = list.reload()
  const second = list.reload()
  answers[1]?.(slice([2], 1))
  answers[0]?.(slice([1], 1))
  await Promise.all([first, second])
  expect(list.items.value).toEqual([2])
})
