import { ApiError } from './error'

/** A text of the locale files and what to put into it. */
export interface Explanation {
  key: string
  values: Record<string, string | number>
}

// Codes of docs/errors.md that people meet, with the sentence that helps them.
const byCode: Readonly<Record<number, string>> = {
  1003: 'error.missing',
  1004: 'error.tooLong',
  2002: 'error.wrongCode',
  2003: 'error.forbidden',
  2004: 'error.accountDisabled',
  2106: 'error.challengeFailed',
  2107: 'error.challengeUnavailable',
  2110: 'error.googleUnavailable',
  2111: 'error.googleUnverified',
  2112: 'error.loginLink',
  3002: 'error.tooManyAttempts',
  4001: 'error.slugInvalid',
  4002: 'error.slugReserved',
  4003: 'error.slugTaken',
  5001: 'error.postChanged',
  5008: 'error.articleRefused',
  5009: 'error.articleUnreachable',
  5010: 'error.articleNotFound',
  6000: 'error.imageTooLarge',
  6001: 'error.imageUnsupported',
  6002: 'error.imageBroken',
  6003: 'error.imageTooLarge',
  4100: 'error.domainTaken',
  4104: 'error.invitationGone',
  7001: 'error.emailInvalid',
  7101: 'error.emailSuppressed',
  8401: 'error.socialRefused',
  8402: 'error.socialRefused',
  8403: 'error.socialRefused',
  8404: 'error.socialRefused',
  8405: 'error.socialRefused',
  8406: 'error.socialRefused',
  8407: 'error.socialRefused',
  8410: 'error.socialUnavailable',
}

/** The sentence of a code alone, as some answers carry it; undefined for codes that have none. */
export const sentenceOf = (code: number): string | undefined => byCode[code]

/** The sentence about a failure; what is no failure of a call counts as a fault of the page. */
export function explain(error: unknown): Explanation {
  if (!(error instanceof ApiError)) {
    return { key: 'error.page', values: {} }
  }
  const known = byCode[error.code]
  if (error.isUnreachable) {
    return { key: 'error.unreachable', values: {} }
  }
  if (known) {
    return { key: known, values: { message: error.message } }
  }
  if (error.status === 429) {
    const minutes = Math.max(1, Math.ceil(error.retryAfter / 60))
    return { key: 'error.tooOften', values: { minutes } }
  }
  if (error.status === 404) {
    return { key: 'error.notFound', values: {} }
  }
  if (error.status >= 500) {
    return { key: 'error.server', values: { trace: error.traceId || '–' } }
  }
  return { key: 'error.refused', values: { message: error.message } }
}

/**
 * Splits a failure by the form's fields: what belongs to one of them, and what to say above the button.
 *
 * @param fields wire names of the fields that the form shows; a fault in `a.b` or `a[0]` is one of `a`
 */
export function fieldErrors<Field extends string>(
  error: unknown,
  fields: readonly Field[],
): { fields: Partial<Record<Field, Explanation>>; form?: Explanation } {
  const explanation = explain(error)
  const name = error instanceof ApiError ? error.field : ''
  const field = fields.find(
    (one) => name === one || (/^[.[]/.test(name.slice(one.length)) && name.startsWith(one)),
  )
  return field
    ? { fields: { [field]: explanation } as Partial<Record<Field, Explanation>> }
    : { fields: {}, form: explanation }
}
