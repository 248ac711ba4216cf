import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ApiError } from '@quaily/shared/api'
import { describe, expect, test, vi } from 'vitest'
import { explainFailure } from './failure'
import { begin, canBegin, dashboardReturn, takeReturn } from './google'
import {
  authorizePath,
  destinationOf,
  errorOf,
  refusalUrl,
  requestPath,
  scopeTexts,
  type App,
} from './request'

const app = { redirect_uri: 'https://reading.example/callback?from=us', trusted: false } as App
const asked = (more = {}) =>
  new URLSearchParams({ client_id: 'x', redirect_uri: app.redirect_uri, ...more })
const failed = (status: number, code: number, field = '', retryAfter = 0) =>
  new ApiError(status, { code, field }, retryAfter)

test('an application is told of its mistakes in the words of RFC 6749, but only at its own address', () => {
  expect(errorOf(failed(422, 1, 'scope'), asked(), app)).toBe('invalid_scope')
  expect(errorOf(failed(422, 1, 'response_type'), asked(), app)).toBe('unsupported_response_type')
  expect(errorOf(failed(422, 1, 'code_challenge'), asked(), app)).toBe('invalid_request')
  expect(errorOf(failed(503, 1), asked(), app)).toBeNull()
  for (const redirect_uri of [
    'https://evil.example/',
    `${app.redirect_uri}#`,
    `${app.redirect_uri}/`,
    '',
  ]) {
    expect(errorOf(failed(422, 1, 'scope'), asked({ redirect_uri }), app), redirect_uri).toBeNull()
  }
  expect(
    errorOf(failed(422, 1, 'redirect_uri'), new URLSearchParams({ client_id: 'x' }), app),
  ).toBeNull()
  expect(refusalUrl(asked({ state: 's' }), app, 'invalid_scope')).toBe(
    'https://reading.example/callback?from=us&error=invalid_scope&state=s',
  )
})

test('a refusal goes to the registered address with the state', () => {
  const url = new URL(refusalUrl(asked({ state: 'a b&c' }), app))
  expect(url.origin + url.pathname).toBe('https://reading.example/callback')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    from: 'us',
    error: 'access_denied',
    state: 'a b&c',
  })
  expect(refusalUrl(asked(), app)).not.toContain('state')
  const program = { redirect_uri: 'obsidian://quaily' } as App
  expect(refusalUrl(asked(), program)).toBe('obsidian://quaily?error=access_denied')
  expect(destinationOf({ redirect_uri: 'http://localhost:63812/oauth/code' } as App)).toBe(
    'localhost:63812',
  )
  expect(destinationOf({ redirect_uri: 'obsidian:/quaily' } as App)).toBe('obsidian:')
})

test('the server is asked for exactly what the application asked for', () => {
  const params = asked({
    state: 'x y',
    scope: 'a b',
    code_challenge: 'c+/',
    code_challenge_method: 'S256',
    other: '1',
  })
  const query = new URL(authorizePath(params), 'https://x.example').searchParams
  params.delete('other')
  const judged = new URL(requestPath(params), 'https://x.example').searchParams
  expect(Object.fromEntries(judged)).toEqual(Object.fromEntries(params))
  params.set('json', 'true')
  expect(Object.fromEntries(query)).toEqual(Object.fromEntries(params))
})

test('the page knows all scopes of the server', () => {
  const file = join(import.meta.dirname, '../../../../java/com/quaily/model/oauth/Scope.java')
  const names = Array.from(
    readFileSync(file, 'utf8').matchAll(/^ {2}[A-Z_]+\(\s*"([a-z.]+)"/gm),
    (match) => match[1],
  )
  expect(Object.keys(scopeTexts).sort()).toEqual(names.sort())
})

test('failures are said in words, with the time to wait', () => {
  const said = (error: ApiError) => explainFailure(error)
  expect(said(failed(0, 0)).key).toBe('oauth.unreachable')
  expect(said(failed(400, 2002)).key).toBe('oauth.wrongCode')
  expect(said(failed(429, 3000, '', 61))).toEqual({ key: 'oauth.tooOften', values: { minutes: 2 } })
  expect(said(failed(503, 9000)).key).toBe('oauth.serverFault')
  expect(said(failed(422, 1003, 'code_challenge')).key).toBe('oauth.challengeInvalid')
  expect(said(failed(422, 1002, 'response_type')).key).toBe('oauth.typeInvalid')
  expect(said(failed(422, 1))).toEqual({ key: 'oauth.refused', values: { code: 1 } })
})

describe('a login with Google', () => {
  const stateOf = (call: unknown) =>
    new URL(String(call), 'https://x.example').searchParams.get('state')

  test('returns to what it was begun for, in its own window, once', async () => {
    const calls = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(() =>
        Promise.resolve(Response.json({ data: { url: 'https://accounts.example/' } })),
      )
    expect(canBegin()).toBe(true)
    expect(await begin('/oauth/authorize?client_id=x')).toBe('https://accounts.example/')
    const state = stateOf(calls.mock.calls[0]?.[0])
    expect(state).toMatch(/^[0-9a-f]{48}$/)
    for (const foreign of [null, '', 'x', `${state}0`]) {
      expect(takeReturn(foreign)).toBeNull()
    }
    expect(takeReturn(state)).toBe('/oauth/authorize?client_id=x')
    expect(takeReturn(state)).toBeNull()
  })

  test('that the dashboard has begun is passed on to it', () => {
    sessionStorage.setItem('dashboard-google-login', JSON.stringify({ state: 's', next: '/' }))
    expect(dashboardReturn('?state=s&code=c')).toBe('/dashboard/login/google?state=s&code=c')
    expect(dashboardReturn('?state=other')).toBeNull()
  })
})
