import type { components } from './schema'

type Failure = Partial<components['schemas']['ErrorResponse']>

/**
 * A call that did not succeed. `status` and `code` are 0 when there was no answer at all; `field` is the wire name of
 * what the server did not like, or empty; `data` is what the request collided with (409); `retryAfter` is in seconds,
 * 0 when the server named no time.
 */
export class ApiError extends Error {
  readonly status: number
  readonly code: number
  readonly field: string
  readonly data: unknown
  readonly retryAfter: number
  readonly traceId: string

  constructor(status: number, failure: Failure, retryAfter = 0) {
    super(failure.message ?? '')
    this.name = 'ApiError'
    this.status = status
    this.code = failure.code ?? 0
    this.field = failure.field ?? ''
    this.data = failure.data
    this.retryAfter = retryAfter
    this.traceId = failure.trace_id ?? ''
  }

  /** Whether the server could not be reached, or something on the way answered in its place. */
  get isUnreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 504
  }

  /** The error of an answer that is not a success. */
  static async of(response: Response): Promise<ApiError> {
    const retryAfter = Number(response.headers.get('Retry-After')) || 0
    try {
      return new ApiError(response.status, (await response.json()) as Failure, retryAfter)
    } catch {
      // Not one of the API's answers: a proxy's page, for example.
      return new ApiError(response.status, { message: response.statusText }, retryAfter)
    }
  }

  /** The error of a call that got no answer. */
  static unreachable(cause: unknown): ApiError {
    return new ApiError(0, { message: cause instanceof Error ? cause.message : String(cause) })
  }
}
