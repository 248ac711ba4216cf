/* eslint-disable no-restricted-globals */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { OtherPersonError, useSession, type Login } from './index'

const wren = { id: 1, name: 'Wren' } as Login['user']
const robin = { id: 2, name: 'Robin' } as Login['user']
const login = (access_token: string, expires_in = 900, user = wren): Login => ({
  user,
  access_token,
  expires_in,
})

function server(...answers: (Login | number | 'offline')[]) {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(() => {
    const next = answers.shift()
    if (next === 'offline' || next === undefined) {
      return Promise.reject(new TypeError('Failed to fetch'))
    }
    return Promise.resolve(
      typeof next === 'number'
        ? Response.json({ code: 2001 }, { status: next })
        : Response.json({ data: next }),
    )
  })
}

beforeEach(() => setActivePinia(createPinia()))

describe('a session', () => {
  test('is found again by the cookie', async () => {
    const calls = server(login('one'))
    const session = useSession()
    await session.start()
    expect(session.status).toBe('signed-in')
    await expect(session.source.token()).resolves.toBe('one')
    expect(calls.mock.calls[0]?.[0]).toBe('/api/auth/refresh')
    expect(calls.mock.calls[0]?.[1]?.headers).toMatchObject({ 'X-Quaily-Session': 'cookie' })
  })

  test('is none when the server knows none, and unknown when it cannot be asked', async () => {
    server(401, 'offline')
    const session = useSession()
    await session.start()
    expect(session.status).toBe('signed-out')
    await expect(session.start()).rejects.toMatchObject({ status: 0 })
  })

  test('renews its token before that ends, once for all who wait', async () => {
    const calls = server(login('two'))
    const session = useSession()
    session.adopt(login('one', 10))
    const tokens = await Promise.all([session.source.token(), session.source.token()])
    expect(tokens).toEqual(['two', 'two'])
    expect(calls).toHaveBeenCalledTimes(1)
  })

  test('that has ended lets calls wait until the same person signs in again', async () => {
    server(401)
    const session = useSession()
    session.adopt(login('one'))
    const renewed = session.source.renew('one')
    await vi.waitFor(() => expect(session.status).toBe('expired'))
    expect(session.user?.name).toBe('Wren')
    session.adopt(login('two'))
    await expect(renewed).resolves.toBe('two')
    expect(session.status).toBe('signed-in')
  })

  test('is never continued as somebody else', async () => {
    server(login('two', 900, robin))
    const session = useSession()
    session.adopt(login('one'))
    void session.source.renew('one')
    await vi.waitFor(() => expect(session.status).toBe('expired'))
    expect(() => session.adopt(login('three', 900, robin))).toThrow(OtherPersonError)
    expect(session.user?.name).toBe('Wren')
  })

  test('that is left lets calls give up', async () => {
    server(401)
    const session = useSession()
    session.adopt(login('one'))
    const renewed = session.source.renew('one')
    await vi.waitFor(() => expect(session.status).toBe('expired'))
    session.forget()
    await expect(renewed).resolves.toBe('')
  })

  test('leaves no token where scripts could find it later', async () => {
    server(login('secret-token'))
    await useSession().start()
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('secret-token')
    expect(JSON.stringify(useSession().$state)).not.toContain('secret-token')
  })
})
