import { describe, expect, test, vi } from 'vitest'
import { answer, ApiError, createApi } from './index'

const ok = (data: unknown) => Response.json({ data, ts: 1 })
const refused = (status: number, body: object, headers = {}) =>
  Response.json(body, { status, headers })

function client(send: (request: Request) => Promise<Response>, renewed = 'new') {
  const renew = vi.fn(() => Promise.resolve(renewed))
  const api = createApi({ token: () => Promise.resolve('old'), renew }, send as typeof fetch)
  return { api, renew }
}

describe('a call of the API', () => {
  test('carries the token and answers the data', async () => {
    const { api } = client((request) =>
      Promise.resolve(ok({ name: request.headers.get('Authorization') })),
    )
    await expect(answer(api.GET('/users/me'))).resolves.toEqual({ name: 'Bearer old' })
  })

  test('is sent again, body and all, when the token was refused', async () => {
    const bodies: string[] = []
    const { api, renew } = client(async (request) => {
      bodies.push(`${request.headers.get('Authorization')} ${await request.text()}`)
      return bodies.length === 1 ? refused(401, { code: 2001 }) : ok(null)
    })
    await answer(api.PUT('/users/me', { body: { name: 'Wren' } }))
    expect(renew).toHaveBeenCalledExactlyOnceWith('old')
    expect(bodies).toEqual(['Bearer old {"name":"Wren"}', 'Bearer new {"name":"Wren"}'])
  })

  test('fails with 401 when the person does not sign in again', async () => {
    const { api } = client(() => Promise.resolve(refused(401, { code: 2001 })), '')
    await expect(answer(api.GET('/users/me'))).rejects.toMatchObject({ status: 401, code: 2001 })
  })

  test('fails with what the server says about it', async () => {
    const { api } = client(() =>
      Promise.resolve(
        refused(429, { code: 3000, message: 'Too many', field: 'email' }, { 'Retry-After': '90' }),
      ),
    )
    await expect(answer(api.GET('/c'))).rejects.toMatchObject({
      status: 429,
      code: 3000,
      message: 'Too many',
      field: 'email',
      retryAfter: 90,
    })
  })

  test('fails as unreachable without a network, and with the page of a proxy', async () => {
    const offline = client(() => Promise.reject(new TypeError('Failed to fetch')))
    const proxy = client(() =>
      Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })),
    )
    for (const { api } of [offline, proxy]) {
      const error: unknown = await answer(api.GET('/c')).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(ApiError)
      expect((error as ApiError).isUnreachable).toBe(true)
    }
  })
})
