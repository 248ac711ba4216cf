import createClient, { type Client } from 'openapi-fetch'
import { ApiError } from './error'
import type { paths } from './schema'
import type { Complete } from './types'

/** Where the client takes its token from. */
export interface TokenSource {
  /** A token that is good now, or empty when nobody is signed in. */
  token(): Promise<string>
  /** A token in place of one that the server refused; waits while the person signs in again. Empty: give up. */
  renew(refused: string): Promise<string>
}

export type Api = Client<paths>

/** The client of the API on the site's own host. Its calls throw `ApiError`; take their results by `answer`. */
export function createApi(source: TokenSource, send: typeof fetch = fetch): Api {
  return createClient<paths>({
    baseUrl: new URL('/api', location.href).href,
    fetch: (request: Request) => sendSignedIn(request, source, send),
  })
}

async function sendSignedIn(
  request: Request,
  source: TokenSource,
  send: typeof fetch,
): Promise<Response> {
  const token = await source.token()
  // A body can be sent once only, hence the copy.
  const again = request.clone()
  const response = await sendOnce(request, token, send)
  if (response.status !== 401 || !token) {
    return succeeded(response)
  }
  const renewed = await source.renew(token)
  return succeeded(renewed ? await sendOnce(again, renewed, send) : response)
}

async function sendOnce(request: Request, token: string, send: typeof fetch): Promise<Response> {
  if (token) {
    request.headers.set('Authorization', `Bearer ${token}`)
  }
  try {
    return await send(request)
  } catch (error) {
    if (request.signal.aborted) {
      throw error
    }
    throw ApiError.unreachable(error)
  }
}

async function succeeded(response: Response): Promise<Response> {
  if (!response.ok) {
    throw await ApiError.of(response)
  }
  return response
}

/** The `data` of an answer: `const me = await answer(api.GET('/users/me'))`. */
export async function answer<Data>(
  call: Promise<{ data?: { data?: Data } | undefined }>,
): Promise<Complete<Exclude<Data, undefined>>> {
  const { data } = await call
  return data?.data as Complete<Exclude<Data, undefined>>
}
