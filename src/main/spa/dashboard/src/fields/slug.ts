import { sentenceOf } from '@quaily/shared/api'
import { call } from '../api'

/** What a slug looks like, before the server is asked. */
export const SLUG = /^[a-z0-9_-]{1,128}$/

/** A free slug for a channel of this name; empty when the name gives none. */
export async function suggestSlug(title: string): Promise<string> {
  const { slug } = await ask({ title })
  return slug
}

/** The key of the sentence about a slug that a channel cannot take; undefined when it is free. */
export async function slugFault(slug: string): Promise<string | undefined> {
  if (!SLUG.test(slug) || /^\d+$/.test(slug)) {
    return 'error.slugInvalid'
  }
  const { code } = await ask({ slug })
  return code === 0 ? undefined : (sentenceOf(code) ?? 'error.slugInvalid')
}

/** Small letters, digits and marks only: what people type with capitals and spaces is meant so. */
export function tidySlug(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 128)
}

const ask = (query: Record<string, string>) =>
  call<{ slug: string; code: number }>('get', '/lists/new', { query })
