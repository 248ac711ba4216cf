import { ApiError } from '@quaily/shared/api'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SaveQueue, type SaveResult, type SaveState } from './saveQueue'

const unreachable = () => ApiError.unreachable(new Error('offline'))
let told: SaveState[] = []

beforeEach(() => {
  vi.useFakeTimers()
  told = []
})
afterEach(() => void vi.useRealTimers())

function queueOf(save: () => Promise<SaveResult>) {
  return new SaveQueue({ save, tell: (state) => told.push(state) })
}

test('what is typed is saved after a pause, once', async () => {
  const save = vi.fn(async () => 'saved' as const)
  const queue = queueOf(save)
  queue.changed()
  await vi.advanceTimersByTimeAsync(1_000)
  queue.changed()
  await vi.advanceTimersByTimeAsync(1_900)
  expect(save).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)
  expect(save).toHaveBeenCalledTimes(1)
  expect(told.at(-1)).toBe('saved')
})

test('who never pauses is saved all the same', async () => {
  const save = vi.fn(async () => 'saved' as const)
  const queue = queueOf(save)
  for (let i = 0; i < 20; i++) {
    queue.changed()
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(save).toHaveBeenCalled()
})

test('a save is never on its way twice, and a change in the meantime is saved after it', async () => {
  let finish: () => void = () => undefined
  const save = vi.fn(() => new Promise<SaveResult>((resolve) => (finish = () => resolve('saved'))))
  const queue = queueOf(save)
  queue.changed()
  await vi.advanceTimersByTimeAsync(2_100)
  queue.changed()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(save).toHaveBeenCalledTimes(1)
  finish()
  await vi.advanceTimersByTimeAsync(1)
  expect(save).toHaveBeenCalledTimes(2)
  finish()
  await vi.advanceTimersByTimeAsync(1)
  expect(told.at(-1)).toBe('saved')
})

test('a server that does not answer is waited for, and that is said', async () => {
  let finish: () => void = () => undefined
  const queue = queueOf(
    () => new Promise<SaveResult>((resolve) => (finish = () => resolve('saved'))),
  )
  queue.changed()
  await vi.advanceTimersByTimeAsync(2_100)
  expect(told.at(-1)).toBe('saving')
  await vi.advanceTimersByTimeAsync(8_000)
  expect(told.at(-1)).toBe('waiting')
  finish()
  await vi.advanceTimersByTimeAsync(1)
  expect(told.at(-1)).toBe('saved')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told.at(-1)).toBe('saved')
})

test('a server that cannot be reached is asked again, more and more rarely', async () => {
  const save = vi.fn(async (): Promise<SaveResult> => {
    throw unreachable()
  })
  const queue = queueOf(save)
  queue.changed()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told.at(-1)).toBe('waiting')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(save).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(save).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(save).toHaveBeenCalledTimes(3)
})

test('when the network is back, what waits is saved at once', async () => {
  let isOnline = false
  const queue = queueOf(async () => {
    if (!isOnline) {
      throw unreachable()
    }
    return 'saved'
  })
  queue.changed()
  await vi.advanceTimersByTimeAsync(2_000)
  isOnline = true
  queue.retry()
  await vi.advanceTimersByTimeAsync(1)
  expect(told.at(-1)).toBe('saved')
})

test('what the server refuses is not repeated, but the next change is sent', async () => {
  const save = vi.fn(async (): Promise<SaveResult> => {
    throw new ApiError(400, { code: 1004, field: 'title' })
  })
  const queue = queueOf(save)
  queue.changed()
  await vi.advanceTimersByTimeAsync(100_000)
  expect(save).toHaveBeenCalledTimes(1)
  expect(told.at(-1)).toBe('failed')
  queue.changed()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(save).toHaveBeenCalledTimes(2)
})

test('after a conflict nothing is saved until it is resolved', async () => {
  const save = vi.fn<() => Promise<SaveResult>>().mockResolvedValueOnce('conflict')
  save.mockResolvedValue('saved')
  const queue = queueOf(save)
  queue.changed()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told.at(-1)).toBe('conflict')
  queue.changed()
  await queue.now()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(save).toHaveBeenCalledTimes(1)
  queue.release()
  await queue.now()
  expect(save).toHaveBeenCalledTimes(2)
})
