// Says in the reader's language what went wrong.

const byCode = {
  2002: 'wrongCode',
  2004: 'accountDisabled',
  2100: 'unknownApp',
  2104: 'scopeInvalid',
  2105: 'redirectMismatch',
  2106: 'challengeFailed',
  2107: 'challengeUnavailable',
  3002: 'tooManyAttempts',
  2110: 'googleUnavailable',
  2111: 'googleUnverified',
  7001: 'emailInvalid',
};

const byField = {
  response_type: 'typeInvalid',
  code_challenge: 'challengeInvalid',
  code_challenge_method: 'challengeInvalid',
};

/**
 * A sentence about a failed call.
 *
 * @param failure an `ApiFailure`
 * @param text looks texts up
 */
export function sentenceOf(failure, text) {
  if (failure.status === 0) {
    return text('unreachable');
  }
  if (Object.hasOwn(byCode, failure.code)) {
    return text(byCode[failure.code]);
  }
  if (Object.hasOwn(byField, failure.field)) {
    return text(byField[failure.field]);
  }
  if (failure.status === 429) {
    return text('tooOften', { minutes: Math.max(1, Math.ceil(failure.retryAfter / 60)) });
  }
  return failure.status >= 500 ? text('serverFault') : text('refused', { code: failure.code });
}

/** Whether what was entered is to be corrected. */
export function isAboutField(failure) {
  return ['emailInvalid', 'wrongCode'].includes(byCode[failure.code]);
}
