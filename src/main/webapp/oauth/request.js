// What an application asks for, as its address says (RFC 6749, 4.1.1, and RFC 7636).

/** What can be asked for: the scope's name → the key of the text that says it in plain words. */
export const scopeTexts = {
  'user.public': 'scopeUserPublic',
  'user.full': 'scopeUserFull',
  'post.write': 'scopePostWrite',
  'subscriber.full': 'scopeSubscriberFull',
  'credit.read': 'scopeCreditRead',
  'credit.full': 'scopeCreditFull',
  'apikey.read': 'scopeApikeyRead',
};

const PASSED_ON = [
  'client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'code_challenge', 'code_challenge_method',
];

/** The path at which the API judges the request, before anybody is asked. */
export function requestPath(params) {
  return `/oauth/request?${queryOf(params)}`;
}

/** The path at which the API gives the code. */
export function authorizePath(params) {
  return `/oauth/authorize?json=true&${queryOf(params)}`;
}

function queryOf(params) {
  const query = new URLSearchParams();
  for (const name of PASSED_ON) {
    if (params.has(name)) {
      query.set(name, params.get(name));
    }
  }
  return query;
}

/**
 * What the application is told of its mistake (RFC 6749, 4.1.2.1); null when it must not be told, because the address
 * it wants the answer at is not its own, or when the mistake is not its own.
 */
export function errorOf(failure, params, app) {
  if (failure.status !== 422 || params.get('redirect_uri') !== app.redirect_uri) {
    return null;
  }
  return { scope: 'invalid_scope', response_type: 'unsupported_response_type' }[failure.field] ?? 'invalid_request';
}

/** Where the browser goes with an error instead of a code: only ever to the registered address. */
export function refusalUrl(params, app, error = 'access_denied') {
  const url = new URL(app.redirect_uri);
  url.searchParams.set('error', error);
  if (params.has('state')) {
    url.searchParams.set('state', params.get('state'));
  }
  return url.href;
}

/** What of the destination people recognize: the host, or the scheme of a program on this machine. */
export function destinationOf(app) {
  const url = new URL(app.redirect_uri);
  return url.host || url.protocol;
}
