import { sha256 } from '@noble/hashes/sha2.js'
import type { SiteConfig } from '../api/types'

const TURNSTILE = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit'
const TRIES_AT_ONCE = 5_000

/** What a solution is good for. */
export type ChallengeAction = 'request_auth_code' | 'subscribe' | 'report'

interface Turnstile {
  render(place: HTMLElement, options: Record<string, unknown>): string
  remove(widget: string): void
}

declare global {
  interface Window {
    turnstile?: Turnstile
  }
}

/**
 * Solves what the server asks of strangers.
 *
 * @param place where a provider may show something
 * @param action that the solution is for
 * @returns the token for the API; undefined when it wants none
 */
export async function solveChallenge(
  challenge: SiteConfig['challenge'],
  place: HTMLElement,
  action: ChallengeAction = 'request_auth_code',
): Promise<string | undefined> {
  switch (challenge.provider) {
    case 'proof-of-work':
      return solvePuzzle(challenge.puzzle ?? '', challenge.difficulty)
    case 'turnstile':
      return askTurnstile(challenge.site_key, place, action)
    default:
      return undefined
  }
}

/** Finds the number that the puzzle asks for; lets the page breathe in between. Pages without TLS have no `crypto.subtle`. */
export async function solvePuzzle(puzzle: string, difficulty: number): Promise<string> {
  const encoder = new TextEncoder()
  for (let number = 0; ; number++) {
    const solution = `${puzzle}.${number}`
    if (zeroBits(sha256(encoder.encode(solution))) >= difficulty) {
      return solution
    }
    if (number % TRIES_AT_ONCE === TRIES_AT_ONCE - 1) {
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
}

function zeroBits(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte !== 0)
  return at < 0 ? bytes.length * 8 : at * 8 + Math.clz32(bytes[at] as number) - 24
}

async function askTurnstile(
  siteKey: string,
  place: HTMLElement,
  action: ChallengeAction,
): Promise<string> {
  const turnstile = await loadTurnstile()
  return new Promise((resolve, reject) => {
    place.replaceChildren()
    turnstile.render(place, {
      sitekey: siteKey,
      action,
      callback: resolve,
      'error-callback': (code: string) => reject(new Error(`Turnstile: ${code}`)),
    })
  })
}

function loadTurnstile(): Promise<Turnstile> {
  return new Promise((resolve, reject) => {
    if (window.turnstile) {
      resolve(window.turnstile)
      return
    }
    const script = document.createElement('script')
    script.src = TURNSTILE
    script.onload = () => resolve(window.turnstile as Turnstile)
    script.onerror = () => {
      script.remove()
      reject(new Error('Turnstile did not load'))
    }
    document.head.append(script)
  })
}
