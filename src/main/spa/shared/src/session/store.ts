import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ApiError, type TokenSource, type User } from '../api'
import { inTurn, logOut, refresh, type Login } from './auth'

/**
 * `unknown` until the server has answered; `expired` means that the person was signed in on this page and has to sign
 * in again to go on; `confirming`, that somebody who is signed in has to show once more that it is them.
 */
export type SessionStatus = 'unknown' | 'signed-out' | 'signed-in' | 'expired' | 'confirming'

const RENEW_BEFORE = 30_000
const CHANNEL = 'quaily-session'

/** Who is signed in on this page. The token lives in memory only. */
export const useSession = defineStore('session', () => {
  const status = ref<SessionStatus>('unknown')
  const user = shallowRef<User | null>(null)
  let token = ''
  let goodUntil = Infinity
  let renewal: Promise<string> | null = null
  let waiting: ((token: string) => void)[] = []
  let confirmation: ((isConfirmed: boolean) => void) | null = null
  const tabs = new BroadcastChannel(CHANNEL)

  tabs.onmessage = ({ data }: MessageEvent<'out' | 'in'>) => {
    if (data === 'out' && status.value === 'signed-in') {
      forget()
    } else if (data === 'in' && status.value === 'expired') {
      void resume()
    }
  }

  /** Another tab has signed in; when that was somebody else, this page stays as it is. */
  async function resume() {
    try {
      adopt(await inTurn(refresh), false)
    } catch (error) {
      console.warn(error)
    }
  }

  /** Takes a login. A page never changes hands: that of a different person is refused. */
  function adopt(login: Login, tell = true): void {
    if (user.value && user.value.id !== login.user.id) {
      throw new OtherPersonError()
    }
    user.value = login.user
    token = login.access_token
    goodUntil = login.expires_in ? Date.now() + login.expires_in * 1000 : Infinity
    const isConfirmed = tell || status.value !== 'confirming'
    status.value = isConfirmed ? 'signed-in' : 'confirming'
    settle(token)
    if (isConfirmed) {
      answerConfirmation(true)
    }
    if (tell) {
      tabs.postMessage('in')
    }
  }

  /** Asks for a new login although the session is good, for acts that demand one; false when it is refused. */
  function confirm(): Promise<boolean> {
    answerConfirmation(false)
    status.value = 'confirming'
    return new Promise((resolve) => {
      confirmation = resolve
    })
  }

  /** Goes on without the new login. */
  function refuse(): void {
    status.value = 'signed-in'
    answerConfirmation(false)
  }

  function answerConfirmation(isConfirmed: boolean) {
    confirmation?.(isConfirmed)
    confirmation = null
  }

  /** The person as the server has just saved them. */
  function show(saved: User): void {
    user.value = saved
  }

  function settle(result: string) {
    const settled = waiting
    waiting = []
    settled.forEach((resolve) => resolve(result))
  }

  function forget() {
    user.value = null
    token = ''
    goodUntil = Infinity
    status.value = 'signed-out'
    settle('')
    answerConfirmation(false)
  }

  /** Finds out whether this browser has a session. Throws when the server cannot be asked. */
  async function start(): Promise<void> {
    try {
      adopt(await inTurn(refresh), false)
    } catch (error) {
      if (hasEnded(error)) {
        forget()
      } else {
        throw error
      }
    }
  }

  /** A new token; when the session has ended, once the person has signed in again. */
  function renew(refused: string): Promise<string> {
    if (refused !== token) {
      return Promise.resolve(token)
    }
    renewal ??= askForToken().finally(() => {
      renewal = null
    })
    return renewal
  }

  async function askForToken(): Promise<string> {
    try {
      adopt(await inTurn(refresh), false)
      return token
    } catch (error) {
      if (!hasEnded(error)) {
        throw error
      }
      status.value = 'expired'
      return new Promise((resolve) => waiting.push(resolve))
    }
  }

  async function current(): Promise<string> {
    return token && Date.now() > goodUntil - RENEW_BEFORE ? renew(token) : token
  }

  async function end(): Promise<void> {
    await logOut(token)
    tabs.postMessage('out')
    forget()
  }

  const source: TokenSource = { token: current, renew }

  return {
    status,
    user,
    isSignedIn: computed(() => !['unknown', 'signed-out'].includes(status.value)),
    adopt,
    confirm,
    refuse,
    show,
    /** Leaves an expired session behind. */
    forget,
    start,
    end,
    source,
  }
})

/** Whether a failed renewal means that this page's session is over. */
function hasEnded(error: unknown): boolean {
  return (
    error instanceof OtherPersonError ||
    (error instanceof ApiError && [400, 401, 403, 404].includes(error.status))
  )
}

/** Somebody else signed in where an expired session was to be continued. */
export class OtherPersonError extends Error {}
