// Logging in with Google. The browser comes back to /login/google, in this same window; what the login was about stays
// here, and never stands in an address that others could write.

import { googleUrl } from '@quaily/shared/session'

const KEY = 'google-login'
const DASHBOARD_KEY = 'dashboard-google-login'

interface Begun {
  state: string
  next: string
}

/** Whether the window can remember what the login is about. */
export function canBegin(): boolean {
  try {
    sessionStorage.setItem(`${KEY}-try`, '')
    sessionStorage.removeItem(`${KEY}-try`)
    return true
  } catch {
    return false
  }
}

/**
 * Prepares a login.
 *
 * @param next the path of this host to return to
 * @returns Google's address
 */
export async function begin(next: string): Promise<string> {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  const state = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const { url } = await googleUrl(state)
  sessionStorage.setItem(KEY, JSON.stringify({ state, next } satisfies Begun))
  return url
}

/**
 * The dashboard's page for a login that was begun there; it checks the state once more.
 *
 * @returns a path of this site; null when the dashboard in this window did not begin that login
 */
export function dashboardReturn(query: string): string | null {
  const begun = read(DASHBOARD_KEY)
  const isItsOwn = begun !== null && begun.state === new URLSearchParams(query).get('state')
  return isItsOwn ? `/dashboard/login/google${query}` : null
}

/**
 * The path that the login was begun for, once.
 *
 * @param state that came back
 * @returns null when this window did not begin that login
 */
export function takeReturn(state: string | null): string | null {
  const begun = read(KEY)
  if (!begun || !state || begun.state !== state) {
    return null
  }
  sessionStorage.removeItem(KEY)
  return begun.next
}

function read(key: string): Begun | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Begun | null
  } catch {
    return null
  }
}
