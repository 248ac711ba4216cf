import { expect, test } from 'vitest'
import { entryOf } from './newVersion'
import { safeNext } from './router'

test('after signing in one stays on the dashboard', () => {
  expect(safeNext('/lists/covey/posts?type=draft')).toBe('/lists/covey/posts?type=draft')
  for (const bad of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    undefined,
    ['/a'],
  ]) {
    expect(safeNext(bad)).toBe('/')
  }
})

test('the version of a page is the name of its first script', () => {
  expect(
    entryOf('<script type="module" crossorigin src="/dashboard/assets/index-Bnuj7ncH.js">'),
  ).toBe('/dashboard/assets/index-Bnuj7ncH.js')
  expect(entryOf('<h1>Maintenance</h1>')).toBeUndefined()
})
