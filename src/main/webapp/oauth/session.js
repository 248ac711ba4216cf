// The session's token lies where the client package of the API keeps it: under `auth` in the storage of this origin.

const KEY = 'auth';

/** The token of whoever is logged in here; empty when nobody is. */
export function token() {
  try {
    return JSON.parse(localStorage.getItem(KEY))?.access_token ?? '';
  } catch {
    // Written by something else, or storage is forbidden: nobody is logged in.
    return '';
  }
}

/** Keeps a login; without storage it lasts as long as the caller holds the token. */
export function keep(login) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ access_token: login.access_token, profile: login.user }));
  } catch (error) {
    console.warn(error);
  }
}

/** Forgets the login. */
export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch (error) {
    console.warn(error);
  }
}
