/** A mistake that was found and how it could be mended. */
export interface Suggestion {
  original: string
  replacement: string
  reason: string
}

/** The suggestions of a result that fit the text: their passage occurs, and exactly once. */
export function fitting(text: string, result: unknown): Suggestion[] {
  const found = (result as { suggestions?: Suggestion[] } | undefined)?.suggestions ?? []
  return found.filter(
    ({ original, replacement }) =>
      original !== '' && original !== replacement && text.split(original).length === 2,
  )
}

/** The text with one suggestion accepted. */
export function accepted(text: string, { original, replacement }: Suggestion): string {
  return text.replace(original, () => replacement)
}
