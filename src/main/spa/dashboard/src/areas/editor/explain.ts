import { ApiError, explain } from '@quaily/shared/api'
import { useI18n } from 'vue-i18n'

// Codes of docs/errors.md that only the editor meets.
const byCode: Readonly<Record<number, string>> = {
  4003: 'editor.slugTaken',
  5005: 'editor.leak',
}

/** The sentence about a failure. */
export function useExplain() {
  const { t } = useI18n()
  return (error: unknown): string => {
    const known = error instanceof ApiError ? byCode[error.code] : undefined
    if (known) {
      return t(known)
    }
    const { key, values } = explain(error)
    return t(key, values)
  }
}
