// What has to be solved before a code is mailed, as the configuration of the server says.

import { sha256ZeroBits } from './sha256.js';

const TURNSTILE = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';
const TRIES_AT_ONCE = 20_000;

let widget;

/**
 * Solves a challenge of `GET /c` for the action `request_auth_code`.
 *
 * @param place where a provider may show something
 * @returns the token that the API wants; undefined when it wants none
 */
export async function solve(challenge, place) {
  if (challenge.provider === 'proof-of-work') {
    return solvePuzzle(challenge.puzzle, challenge.difficulty);
  }
  return challenge.provider === 'turnstile' ? askTurnstile(challenge.site_key, place) : undefined;
}

/** Finds the number that the puzzle asks for; lets the page breathe in between. */
export async function solvePuzzle(puzzle, difficulty) {
  for (let number = 0; ; number++) {
    const solution = `${puzzle}.${number}`;
    if (sha256ZeroBits(solution) >= difficulty) {
      return solution;
    }
    if (number % TRIES_AT_ONCE === TRIES_AT_ONCE - 1) {
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

async function askTurnstile(siteKey, place) {
  await loadTurnstile();
  return new Promise((resolve, reject) => {
    if (widget !== undefined) {
      window.turnstile.remove(widget);
    }
    widget = window.turnstile.render(place, {
      sitekey: siteKey,
      action: 'request_auth_code',
      callback: resolve,
      'error-callback': (code) => reject(new Error(`Turnstile: ${code}`)),
    });
  });
}

function loadTurnstile() {
  return new Promise((resolve, reject) => {
    if (window.turnstile) {
      resolve();
      return;
    }
    const script = document.createElement('script');
    script.src = TURNSTILE;
    script.onload = resolve;
    script.onerror = () => {
      script.remove();
      reject(new Error('Turnstile did not load'));
    };
    document.head.append(script);
  });
}
