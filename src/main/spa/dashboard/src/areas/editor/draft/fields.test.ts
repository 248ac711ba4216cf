import { expect, test } from 'vitest'
import { paywallAt } from '../text/format'
import { changesOf, emptyFields, isSlugOfDraft, joinPaid, slugOfDraft } from './fields'

test('only what has changed is sent', () => {
  const base = { ...emptyFields(), title: 'A', summary: 'S', post_options: { line_breaks: true } }
  expect(changesOf(base, { ...base, title: 'B' })).toEqual({ title: 'B' })
  expect(changesOf(base, { ...base, summary: '' })).toEqual({ summary: '' })
  expect(changesOf(base, { ...base, post_options: { line_breaks: true } })).toEqual({})
})

test('an address that is being emptied is not sent', () => {
  const base = { ...emptyFields(), slug: 'there' }
  expect(changesOf(base, { ...base, slug: '' })).toEqual({})
})

test('free and paid part are one text with the line between them', () => {
  expect(joinPaid('free', '')).toBe('free')
  const whole = joinPaid('free\n', 'paid\n')
  expect(whole).toBe('free\n<!--paywall-->\npaid\n')
  expect(paywallAt(whole)).toBe(5)
})

test('the line in code is text', () => {
  expect(paywallAt('```\n<!--paywall-->\n```')).toBe(-1)
})

test('each new draft has an address of its own', () => {
  const slugs = new Set(Array.from({ length: 100 }, slugOfDraft))
  expect(slugs.size).toBe(100)
  expect([...slugs].every(isSlugOfDraft)).toBe(true)
  expect(isSlugOfDraft('draft-of-a-letter')).toBe(false)
})
