import { diffLines } from 'diff'

/** A piece of a text; changed pieces are not in the other text. */
export interface Part {
  text: string
  changed: boolean
}

const whole = (text: string): Part[] => (text ? [{ text, changed: false }] : [])

/** Both texts in pieces; lines that only one of them has are changed. Unmarked, each is one piece. */
export function parts(before: string, after: string, marked: boolean) {
  if (!marked) {
    return { before: whole(before), after: whole(after) }
  }
  const pieces = diffLines(before, after)
  const of = (absent: 'added' | 'removed', changed: 'added' | 'removed') =>
    pieces
      .filter((piece) => !piece[absent])
      .map((piece) => ({ text: piece.value, changed: Boolean(piece[changed]) }))
  return { before: of('added', 'removed'), after: of('removed', 'added') }
}
