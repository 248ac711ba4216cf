import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { solvePuzzle } from './challenge'

test('a solved puzzle has the zero bits that were asked for', async () => {
  const solution = await solvePuzzle('puzzle', 10)
  const digest = createHash('sha256').update(solution).digest()
  expect(solution).toMatch(/^puzzle\.\d+$/)
  expect(digest.readUInt16BE(0) >> 6).toBe(0)
})
