import { answer, createApi } from '@quaily/shared/api'
import { useSession } from '@quaily/shared/session'

/** The API with the session of this page. */
export const api = createApi({
  token: () => useSession().source.token(),
  renew: (refused) => useSession().source.renew(refused),
})

/**
 * A call by its plain path, for paths that are put together: `call('DELETE', '/apikeys/12')`. Where the whole path is
 * known, `api.GET(…)` knows more about it.
 */
export function call<Data = unknown>(
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  { body, query }: { body?: object; query?: Record<string, string> } = {},
): Promise<Data> {
  return answer(
    api.request(method, path as never, { body, params: { query } } as never) as never,
  ) as Promise<Data>
}
