import { ApiError, type SiteConfig } from '@quaily/shared/api'
import { solveChallenge, useSession, type ChallengeAction } from '@quaily/shared/session'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

interface Options {
  body?: object
  query?: Record<string, string | number | undefined>
  signal?: AbortSignal
}

let starting: Promise<void> | undefined

/** Finds out once who is signed in; throws, and can be tried again, when the server cannot be asked. */
export function ensureSession(): Promise<void> {
  starting ??= useSession()
    .start()
    .catch((error: unknown) => {
      starting = undefined
      throw error
    })
  return starting
}

/**
 * Calls the API, as whoever is signed in. A token that has ended is renewed once.
 *
 * @param path below `/api`
 * @returns what the answer holds as `data`
 */
export async function call<Data>(
  method: Method,
  path: string,
  options: Options = {},
): Promise<Data> {
  const session = useSession()
  const token = await session.source.token()
  const response = await send(method, path, token, options)
  if (response.status === 401 && token) {
    session.forget()
    await session.start()
    const renewed = await session.source.token()
    return data(renewed ? await send(method, path, renewed, options) : response)
  }
  return data(response)
}

async function send(method: Method, path: string, token: string, { body, query, signal }: Options) {
  try {
    return await fetch(`/api${path}${queryOf(query)}`, {
      method,
      cache: 'no-store',
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: body && JSON.stringify(body),
      signal,
    })
  } catch (error) {
    throw ApiError.unreachable(error)
  }
}

async function data<Data>(response: Response): Promise<Data> {
  if (!response.ok) {
    throw await ApiError.of(response)
  }
  return ((await response.json()) as { data: Data }).data
}

function queryOf(query: Options['query'] = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length > 0
    ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
    : ''
}

/** What the server says of itself to everybody. A puzzle is good once, so this is asked for each time. */
export const loadSiteConfig = () => call<SiteConfig>('GET', '/c')

/**
 * The token of a solved challenge. A third party's failure to answer is told like the server's own.
 *
 * @param place where a provider may show something
 */
export async function solved(place: HTMLElement, action: ChallengeAction) {
  const { challenge } = await loadSiteConfig()
  try {
    return await solveChallenge(challenge, place, action)
  } catch (error) {
    console.error(error)
    throw new ApiError(503, { code: 2107 })
  }
}
