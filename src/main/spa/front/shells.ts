// Writes a file for every page: with its title, its description and a shell that stands before any script has run.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { PAGES, type Page } from './src/pages.ts'

type Texts = Record<string, string>

const TAGS = { en: 'en', ja: 'ja', zh: 'zh-Hans' } as const
const MARK = '<!-- page -->'
const SHELL = '<!-- shell -->'
/** So that nothing moves when the mark is drawn. */
const PLACE_OF_MARK = '<svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true"></svg>'

function textOf(key: string, language: keyof typeof TAGS): string {
  const [area, name] = key.split('.') as [string, string]
  const file = resolve(import.meta.dirname, `src/locales/${language}/${area}.json`)
  return escaped((JSON.parse(readFileSync(file, 'utf8')) as Texts)[name] as string)
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** What search engines are told: only pages that are the same for everybody are theirs. */
function search(page: Page, language: keyof typeof TAGS): string[] {
  if (!page.description) {
    return ['<meta name="robots" content="noindex" />']
  }
  const translations = Object.entries(TAGS).map(
    ([code, tag]) => `<link rel="alternate" hreflang="${tag}" href="/explore/${code}/trending" />`,
  )
  return [
    `<meta name="description" content="${textOf(page.description, language)}" />`,
    `<link rel="canonical" href="/${page.path}" />`,
    ...(page.path.startsWith('explore')
      ? [...translations, '<link rel="alternate" hreflang="x-default" href="/explore" />']
      : []),
  ]
}

function head(page: Page, language: keyof typeof TAGS): string {
  return [
    `<title>${textOf(page.title, language)} – Quaily</title>`,
    ...search(page, language),
    ...(page.secret ? ['<meta name="referrer" content="no-referrer" />'] : []),
  ].join('\n    ')
}

function shell(page: Page, language: keyof typeof TAGS): string {
  const heading = `<h1>${textOf(page.title, language)}</h1>`
  if (page.bare) {
    return `<main class="card"><p class="site"></p>${heading}</main>`
  }
  const links = [
    ['explore', 'explore.title'],
    ['search', 'search.title'],
    ['reading', 'reading.title'],
    ['subscriptions', 'subscriptions.title'],
  ] as const
  const nav = links.map(([path, key]) => `<a href="/${path}">${textOf(key, language)}</a>`).join('')
  return (
    `<header class="top"><a class="brand" href="/">${PLACE_OF_MARK}Quaily</a>` +
    `<nav aria-label="${textOf('front.nav', language)}">${nav}</nav>` +
    `<a class="account" href="/login">${textOf('login.signIn', language)}</a></header>` +
    `<main id="main">${heading}</main>`
  )
}

export function shells(): Plugin {
  return {
    name: 'shells',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const template = bundle['index.html']
      if (template?.type !== 'asset') {
        throw new Error('there is no index.html to make the pages of')
      }
      const html = String(template.source)
      delete bundle['index.html']
      for (const page of PAGES) {
        const language = page.language ?? 'en'
        this.emitFile({
          type: 'asset',
          fileName: `${page.path}.html`,
          source: html
            .replace('<html lang="en">', `<html lang="${TAGS[language]}">`)
            .replace(MARK, head(page, language))
            .replace(SHELL, shell(page, language)),
        })
      }
    },
  }
}
