import { expect, test } from 'vitest'
import { fromLocalInput, toLocalInput } from '../inspector/dates'
import { positionOf } from '../preview/document'
import { faultOf } from './publication'

const now = Date.parse('2026-01-01T12:00:00Z')

test('a time has to fit the choice', () => {
  expect(faultOf('now', '', now)).toBeUndefined()
  expect(faultOf('past', '', now)).toBe('missing')
  expect(faultOf('past', '2026-01-01T13:00:00Z', now)).toBe('notPast')
  expect(faultOf('future', '2026-01-01T12:00:00Z', now)).toBe('notFuture')
  expect(faultOf('future', '2026-01-01T12:01:00Z', now)).toBeUndefined()
})

test('a time survives the field of the browser', () => {
  const time = '2026-03-08T02:30:00.000Z'
  expect(fromLocalInput(toLocalInput(time))).toBe(time)
  expect(toLocalInput('')).toBe('')
  expect(fromLocalInput('nonsense')).toBe('')
})

test('a line between two headings is between them on the page', () => {
  const anchors = [
    { line: 1, top: 100 },
    { line: 11, top: 300 },
    { line: 21, top: 1300 },
  ]
  expect(positionOf(anchors, 1)).toBe(100)
  expect(positionOf(anchors, 6)).toBe(200)
  expect(positionOf(anchors, 16)).toBe(800)
  expect(positionOf(anchors, 99)).toBe(1300)
  expect(positionOf([], 5)).toBe(0)
})
