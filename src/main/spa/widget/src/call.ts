import { ApiError } from '@quaily/shared/api/error'
import { inTurn, refresh, type Login } from '@quaily/shared/session/auth'

let login: Promise<Login | null> | undefined

/** Who is signed in on this host; null when nobody is. Asked once a page. */
export function signedIn(): Promise<Login | null> {
  login ??= inTurn(refresh).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 401) {
      return null
    }
    throw error
  })
  return login
}

/** The page on which a reader signs in and then comes back to this one. */
export function signInUrl(hash = ''): string {
  return `/login?next=${encodeURIComponent(location.pathname + hash)}`
}

/**
 * Calls the API on the page's own host.
 *
 * @param token of whoever is signed in; none when absent
 * @returns what the answer holds as `data`
 */
export async function call<Data>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  { body, token }: { body?: object; token?: string | undefined } = {},
): Promise<Data> {
  let response: Response
  try {
    response = await fetch(`/api${path}`, {
      method,
      credentials: 'omit',
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  } catch (error) {
    throw ApiError.unreachable(error)
  }
  if (!response.ok) {
    throw await ApiError.of(response)
  }
  return ((await response.json()) as { data: Data }).data
}
