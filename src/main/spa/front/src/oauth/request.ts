// What an application asks for, as its address says (RFC 6749, 4.1.1, and RFC 7636).

import type { ApiError, Schema } from '@quaily/shared/api'

export type App = Schema<'AppView'>

/** What can be asked for: the scope's name → the key of the text that says it in plain words. */
export const scopeTexts: Readonly<Record<string, string>> = {
  'user.public': 'oauth.scopeUserPublic',
  'user.full': 'oauth.scopeUserFull',
  'post.write': 'oauth.scopePostWrite',
  'subscriber.full': 'oauth.scopeSubscriberFull',
  'credit.read': 'oauth.scopeCreditRead',
  'credit.full': 'oauth.scopeCreditFull',
  'apikey.read': 'oauth.scopeApikeyRead',
}

const PASSED_ON = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
]

/** The path at which the API judges the request, before anybody is asked. */
export const requestPath = (params: URLSearchParams) => `/oauth/request?${queryOf(params)}`

/** The path at which the API gives the code. */
export const authorizePath = (params: URLSearchParams) =>
  `/oauth/authorize?json=true&${queryOf(params)}`

function queryOf(params: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of PASSED_ON) {
    const value = params.get(name)
    if (value !== null) {
      query.set(name, value)
    }
  }
  return query
}

const byField: Readonly<Record<string, string>> = {
  scope: 'invalid_scope',
  response_type: 'unsupported_response_type',
}

/**
 * What the application is told of its mistake (RFC 6749, 4.1.2.1); null when it must not be told, because the address
 * it wants the answer at is not its own, or when the mistake is not its own.
 */
export function errorOf(failure: ApiError, params: URLSearchParams, app: App): string | null {
  if (failure.status !== 422 || params.get('redirect_uri') !== app.redirect_uri) {
    return null
  }
  return byField[failure.field] ?? 'invalid_request'
}

/** Where the browser goes with an error instead of a code: only ever to the registered address. */
export function refusalUrl(params: URLSearchParams, app: App, error = 'access_denied'): string {
  const url = new URL(app.redirect_uri)
  url.searchParams.set('error', error)
  const state = params.get('state')
  if (state !== null) {
    url.searchParams.set('state', state)
  }
  return url.href
}

/** What of the destination people recognise: the host, or the scheme of a program on this machine. */
export function destinationOf(app: App): string {
  const url = new URL(app.redirect_uri)
  return url.host || url.protocol
}
