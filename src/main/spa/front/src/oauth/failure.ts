// Says what went wrong with a login or a request for consent.

import { ApiError, type Explanation } from '@quaily/shared/api'

const byCode: Readonly<Record<number, string>> = {
  1003: 'oauth.emailInvalid',
  2002: 'oauth.wrongCode',
  2004: 'oauth.accountDisabled',
  2100: 'oauth.unknownApp',
  2104: 'oauth.scopeInvalid',
  2105: 'oauth.redirectMismatch',
  2106: 'oauth.challengeFailed',
  2107: 'oauth.challengeUnavailable',
  2110: 'oauth.googleUnavailable',
  2111: 'oauth.googleUnverified',
  3002: 'oauth.tooManyAttempts',
  7001: 'oauth.emailInvalid',
}

const byField: Readonly<Record<string, string>> = {
  response_type: 'oauth.typeInvalid',
  code_challenge: 'oauth.challengeInvalid',
  code_challenge_method: 'oauth.challengeInvalid',
}

/** The sentence about a failed call. */
export function explainFailure(failure: unknown): Explanation {
  if (!(failure instanceof ApiError)) {
    return { key: 'error.page', values: {} }
  }
  if (failure.isUnreachable) {
    return { key: 'oauth.unreachable', values: {} }
  }
  const known = (failure.field && byField[failure.field]) || byCode[failure.code]
  if (known) {
    return { key: known, values: {} }
  }
  if (failure.status === 429) {
    const minutes = Math.max(1, Math.ceil(failure.retryAfter / 60))
    return { key: 'oauth.tooOften', values: { minutes } }
  }
  return failure.status >= 500
    ? { key: 'oauth.serverFault', values: {} }
    : { key: 'oauth.refused', values: { code: failure.code } }
}

/** Whether what was entered is to be corrected. */
export function isAboutField(failure: unknown): boolean {
  return failure instanceof ApiError && [1003, 2002, 7001].includes(failure.code)
}
