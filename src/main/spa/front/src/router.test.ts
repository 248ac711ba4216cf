import { expect, test } from 'vitest'
import { languageOfPath } from './pages'
import { safeNext } from './router'

test('a login leads on to this host only', () => {
  expect(safeNext('/reading?a=b#c')).toBe('/reading?a=b#c')
  for (const foreign of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    7,
    undefined,
  ]) {
    expect(safeNext(foreign)).toBe('/reading')
  }
})

test('an address may say the language', () => {
  expect(languageOfPath('/explore/ja/trending')).toBe('ja')
  expect(languageOfPath('/explore/')).toBeUndefined()
})
