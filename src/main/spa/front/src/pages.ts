// Which addresses there are. The build writes a file for each of them, so that any other is answered with 404.

import type { Language } from '@quaily/shared/i18n'

export interface Page {
  /** Without a slash at the beginning or the end; also the name of the file. */
  path: string
  /** The key of its title in the texts. */
  title: string
  /** The key of its description, for pages that search engines may show. */
  description?: string
  /** The language, when the address says it. */
  language?: Language
  /** Only a box in the middle, without the links of the site. */
  bare?: boolean
  /** The next page must not learn this one's address, which holds a secret. */
  secret?: boolean
}

const explore = (language?: Language): Page => ({
  path: language ? `explore/${language}/trending` : 'explore',
  title: 'explore.title',
  description: 'explore.description',
  ...(language && { language }),
})

export const PAGES: readonly Page[] = [
  explore(),
  explore('en'),
  explore('ja'),
  explore('zh'),
  { path: 'search', title: 'search.title', description: 'search.description' },
  { path: 'login', title: 'login.title' },
  { path: 'login/google', title: 'oauth.googleTitle', bare: true, secret: true },
  { path: 'reading', title: 'reading.title' },
  { path: 'subscriptions', title: 'subscriptions.title' },
  { path: 'subscriptions/preferences', title: 'preferences.title', secret: true },
  { path: 'settings', title: 'settings.title' },
  { path: 'unsubscribe', title: 'unsubscribe.title', secret: true },
  { path: 'report', title: 'report.title', secret: true },
  { path: 'oauth/authorize', title: 'oauth.allowTitle', bare: true },
  { path: 'oauth/code', title: 'oauth.codeTitle', bare: true, secret: true },
]

/** The language that an address says; undefined when it leaves it to the reader. */
export function languageOfPath(path: string): Language | undefined {
  const plain = path.replace(/^\/|\/$/g, '')
  return PAGES.find((page) => page.path === plain)?.language
}
