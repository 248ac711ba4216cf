import type { SiteConfig } from '../api'

const TURNSTILE = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit'
const TRIES_AT_ONCE = 500

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
 * Solves what the server asks of whoever wants a code.
 *
 * @param place where a provider may show something
 * @returns the token for the API; undefined when it wants none
 */
export async function solveChallenge(
  challenge: SiteConfig['challenge'],
  place: HTMLElement,
): Promise<string | undefined> {
  switch (challenge.provider) {
    case 'proof-of-work':
      return solvePuzzle(challenge.puzzle, challenge.difficulty)
    case 'turnstile':
      return askTurnstile(challenge.site_key, place)
    default:
      return undefined
  }
}

/** Finds the number with which the puzzle's SHA-256 begins with that many zero bits. */
export async function solvePuzzle(puzzle: string, difficulty: number): Promise<string> {
  const encoder = new TextEncoder()
  for (let first = 0; ; first += TRIES_AT_ONCE) {
    const solutions = Array.from({ length: TRIES_AT_ONCE }, (_, at) => `${puzzle}.${first + at}`)
    const digests = await Promise.all(
      solutions.map((solution) => crypto.subtle.digest('SHA-256', encoder.encode(solution))),
    )
    const found = digests.findIndex((digest) => zeroBits(new Uint8Array(digest)) >= difficulty)
    if (found >= 0) {
      return solutions[found] as string
    }
  }
}

function zeroBits(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte !== 0)
  return at < 0 ? bytes.length * 8 : at * 8 + Math.clz32(bytes[at] as number) - 24
}

async function askTurnstile(siteKey: string, place: HTMLElement): Promise<string> {
  const turnstile = await loadTurnstile()
  return new Promise((resolve, reject) => {
    place.replaceChildren()
    turnstile.render(place, {
      sitekey: siteKey,
      action: 'request_auth_code',
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
