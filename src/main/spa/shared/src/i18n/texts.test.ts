import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from './index'

// Every text of every application, in every language.

const workspace = join(import.meta.dirname, '../../..')
const applications = ['shared', 'dashboard', 'front']

type Nested = { [key: string]: string | Nested }

function flat(texts: Nested, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flat(value, `${prefix}${key}.`),
  )
}

function textsOf(application: string, language: string): Map<string, string> {
  const folder = join(workspace, application, 'src/locales', language)
  return new Map(
    readdirSync(folder).flatMap((file) =>
      flat(
        JSON.parse(readFileSync(join(folder, file), 'utf8')) as Nested,
        `${file.replace('.json', '')}.`,
      ),
    ),
  )
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

function sourcesOf(application: string): string {
  const folder = join(workspace, application, 'src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(vue|ts)$/.test(file) && !/\.(test|d)\.ts$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

describe.each(applications)('the texts of %s', (application) => {
  const english = textsOf(application, 'en')

  test.each(LANGUAGES)('are complete in %s, with the same placeholders', (language) => {
    const texts = textsOf(application, language)
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort())
    expect(texts.size).toBeGreaterThan(0)
    for (const [key, text] of texts) {
      expect(text.trim(), key).not.toBe('')
      expect(placeholders(text), key).toEqual(placeholders(english.get(key) as string))
    }
  })

  test('are there for every key that the sources name', () => {
    const known = new Map([...textsOf('shared', 'en'), ...english])
    const named = sourcesOf(application).matchAll(/\bt\(\s*'([\w.-]+)'/g)
    const missing = [...named].map(([, key]) => key as string).filter((key) => !known.has(key))
    expect(missing).toEqual([])
  })
})
