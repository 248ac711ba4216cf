import { describe, expect, it } from 'vitest'
import { isMoving, progressOf } from './sending'

const result = (total: number, queued: number) => ({
  sent: total - queued,
  failed: 0,
  total,
  uncertain: 0,
  skipped: 0,
  queued,
  reply: '',
  url: '',
})

describe('a delivery', () => {
  it('is as far as the messages of all its channels', () => {
    const task = { result: { email: result(100, 40), telegram: result(1, 1) } }
    expect(progressOf(task)).toEqual({ done: 60, total: 101 })
    expect(progressOf({ result: {} })).toEqual({ done: 0, total: 0 })
  })

  it('moves until it has ended or somebody must act', () => {
    expect(isMoving({ status: 'processing' })).toBe(true)
    expect(isMoving({ status: 'scheduled' })).toBe(true)
    expect(isMoving({ status: 'paused' })).toBe(false)
    expect(isMoving({ status: 'delivered' })).toBe(false)
  })
})
