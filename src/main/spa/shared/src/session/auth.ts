import { ApiError } from '../api/error'
import type { Complete, User } from '../api/types'
import type { components } from '../api/schema'

/** A login that succeeded; `expires_in` is in seconds. */
export interface Login {
  user: User
  access_token: string
  expires_in?: number
}

export type LoginRequest = components['schemas']['LoginRequest'] & { token?: string }

/**
 * A call below `/api/auth`. The header asks the server to keep the session in a cookie that no script can read and to
 * answer a token that is good for minutes.
 */
async function post<Data>(path: string, body?: object, token = ''): Promise<Data> {
  let response: Response
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        'Content-Type': 'application/json',
        'X-Quaily-Session': 'cookie',
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: body ? JSON.stringify(body) : undefined,
    })
  } catch (error) {
    throw ApiError.unreachable(error)
  }
  if (!response.ok) {
    throw await ApiError.of(response)
  }
  return ((await response.json()) as { data: Data }).data
}

export const sendCode = (request: components['schemas']['CodeRequest']) =>
  post<null>('code', request)

export const logIn = (request: LoginRequest) => post<Login>('login', request)

/**
 * A new token for the session of the cookie. No session at all is no failure (`data` is null), so that the browser's
 * console stays quiet for whoever has not signed in yet; here it counts as 401.
 */
export async function refresh(): Promise<Login> {
  const login = await post<Login | null>('refresh')
  if (!login) {
    throw new ApiError(401, { code: 2000 })
  }
  return login
}

export const logOut = (token: string) => post<null>('logout', undefined, token)

/** Where the browser goes to sign in with Google. */
export const googleUrl = (state: string) =>
  post<Complete<components['schemas']['UrlView']>>(`google/url?state=${state}`)

const LOCK = 'quaily-session'

/** One tab at a time, as the cookie changes with every renewal; pages without TLS have no locks. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const locks = navigator.locks as LockManager | null | undefined
  return locks ? (locks.request(LOCK, work) as Promise<T>) : work()
}
