import { googleUrl } from '@quaily/shared/session'

const KEY = 'dashboard-google-login'

/** Sends the browser to Google; it comes back to `/login/google`, which passes it on to the dashboard. */
export async function goToGoogle(next: string): Promise<void> {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  const state = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const { url } = await googleUrl(state)
  sessionStorage.setItem(KEY, JSON.stringify({ state, next }))
  location.assign(url)
}

/** The path to go on with, once; null when this window did not begin that login. */
export function takeReturn(state: unknown): string | null {
  const begun = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as {
    state: string
    next: string
  } | null
  if (!begun || begun.state !== state) {
    return null
  }
  sessionStorage.removeItem(KEY)
  return begun.next
}
