// Logging in with Google on the way to a consent. The browser comes back to /login/google, in this same window; what it
// was about stays here, and never stands in an address that others could write.

import { call } from './api.js';

const KEY = 'google-login';
const CONSENT = '/oauth/authorize';

/** Whether the window can remember what the login is about. */
export function canBegin() {
  try {
    sessionStorage.setItem(`${KEY}-try`, '');
    sessionStorage.removeItem(`${KEY}-try`);
    localStorage.getItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/**
 * Prepares a login.
 *
 * @param query of the consent page, to which the browser is to return
 * @returns Google's address
 */
export async function begin(query) {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  const state = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const { url } = await call('POST', `/auth/google/url?state=${state}`);
  sessionStorage.setItem(KEY, JSON.stringify({ state, query }));
  return url;
}

/**
 * The dashboard's page for a login that was begun there; it checks the state once more.
 *
 * @returns a path of this site; null when the dashboard in this window did not begin that login
 */
export function dashboardReturn(query) {
  try {
    const begun = JSON.parse(sessionStorage.getItem('dashboard-google-login'));
    const isItsOwn = begun && begun.state === new URLSearchParams(query).get('state');
    return isItsOwn ? `/dashboard/login/google${query}` : null;
  } catch {
    return null;
  }
}

/**
 * The consent page with the request that the login was begun for, once.
 *
 * @param state that came back
 * @returns a path of this site; null when this window did not begin that login
 */
export function takeReturn(state) {
  try {
    const begun = JSON.parse(sessionStorage.getItem(KEY));
    if (!begun || !state || begun.state !== state) {
      return null;
    }
    sessionStorage.removeItem(KEY);
    return `${CONSENT}?${new URLSearchParams(begun.query)}`;
  } catch {
    return null;
  }
}
