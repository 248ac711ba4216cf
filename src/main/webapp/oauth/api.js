// Calls of the API, which answers on the site's own host.

/**
 * A call that did not succeed. `status` and `code` are 0 when there was no answer at all; `field` is the name of what
 * the API did not like, or empty.
 */
export class ApiFailure extends Error {
  constructor({ status = 0, code = 0, message = '', field = '', retryAfter = 0 }) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
    this.retryAfter = retryAfter;
  }
}

/**
 * Calls the API.
 *
 * @param path below `/api`
 * @param token of a session; none when absent
 * @param body is sent as JSON; none when absent
 * @returns what the answer holds as `data`
 * @throws {ApiFailure}
 */
export async function call(method, path, { token, body } = {}) {
  const headers = { 'Content-Type': 'application/json' };
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  let response;
  let answer;
  try {
    response = await fetch(`/api${path}`, { method, headers, body: body && JSON.stringify(body), cache: 'no-store' });
    answer = await response.json();
  } catch (error) {
    // No connection, or an answer that is none of the API's.
    throw new ApiFailure({ message: error.message });
  }
  if (!response.ok || answer.code) {
    const retryAfter = Number(response.headers.get('Retry-After'));
    const { code, message, field } = answer;
    throw new ApiFailure({ status: response.status, code, message, field, retryAfter });
  }
  return answer.data;
}
