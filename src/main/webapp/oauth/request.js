// What an application asks for, as its address says (RFC 6749, 4.1.1, and RFC 7636).

/** What can be asked for: the scope's name → the key of the text that says it in plain words. */
export const scopeTexts = {
  'user.public': 'scopeUserPublic',
  'user.full': 'scopeUserFull',
  'post.write': 'scopePostWrite',
  'credit.read': 'scopeCreditRead',
  'credit.full': 'scopeCreditFull',
  'apikey.read': 'scopeApikeyRead',
};

const PASSED_ON = [
  'client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'code_challenge', 'code_challenge_method',
];

/** The scopes asked for, each once; asking for nothing is asking for the least. */
export function scopesOf(params) {
  const words = (params.get('scope') ?? '').split(/\s+/).filter(Boolean);
  return words.length === 0 ? ['user.public'] : [...new Set(words)];
}

/**
 * Why the application may not ask for this, as the key of a text; null when it may. What the page cannot judge the
 * server does when the code is asked for.
 */
export function problemOf(params, app) {
  if (params.get('redirect_uri') !== app.redirect_uri) {
    return 'redirectMismatch';
  }
  const scopes = scopesOf(params);
  const known = scopes.every((scope) => Object.hasOwn(scopeTexts, scope));
  if (!known || (scopes.includes('credit.full') && !app.trusted)) {
    return 'scopeInvalid';
  }
  return (params.get('response_type') ?? 'code') === 'code' ? null : 'typeInvalid';
}

/** The path at which the API gives the code. */
export function authorizePath(params) {
  const query = new URLSearchParams({ json: 'true' });
  for (const name of PASSED_ON) {
    if (params.has(name)) {
      query.set(name, params.get(name));
    }
  }
  return `/oauth/authorize?${query}`;
}

/** Where the browser goes when the person says no: only ever to the registered address. */
export function refusalUrl(params, app) {
  const url = new URL(app.redirect_uri);
  url.searchParams.set('error', 'access_denied');
  if (params.has('state')) {
    url.searchParams.set('state', params.get('state'));
  }
  return url.href;
}

/** What of the destination people recognise: the host, or the scheme of a program on this machine. */
export function destinationOf(app) {
  const url = new URL(app.redirect_uri);
  return url.host || url.protocol;
}
