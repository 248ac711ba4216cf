import { diffArrays } from 'diff'
import { differences, isEqual, type DraftFields, type FieldName } from './fields'

/** Two versions of a post brought together: `merged` has everything about which they agree. */
export interface Merge {
  merged: DraftFields
  /** Fields that both have changed, each in its own way; `merged` has mine there. */
  clashes: FieldName[]
}

/** What each side has changed since `base`; a field that only one has changed is no clash. */
export function mergeFields(base: DraftFields, mine: DraftFields, theirs: DraftFields): Merge {
  const merged = { ...mine } as Record<FieldName, unknown>
  const clashes: FieldName[] = []
  for (const name of differences(mine, theirs)) {
    if (isEqual(mine[name], base[name])) {
      merged[name] = theirs[name]
    } else if (!isEqual(theirs[name], base[name])) {
      clashes.push(name)
    }
  }
  return { merged: merged as unknown as DraftFields, clashes }
}

export type Choice = 'mine' | 'theirs' | 'both'

/** A run of paragraphs: the same in both texts, or different. */
export type Passage =
  { same: true; text: string } | { same: false; mine: string; theirs: string; choice: Choice }

const BETWEEN_PARAGRAPHS = /\n{2,}/

export const paragraphsOf = (text: string) =>
  text.split(BETWEEN_PARAGRAPHS).filter((one) => one !== '')

/**
 * Two texts side by side, by paragraph. Where only one side has changed a passage since `base`, that side is chosen
 * already; where both have, both are.
 */
export function passagesOf(base: string, mine: string, theirs: string): Passage[] {
  const known = new Set(paragraphsOf(base))
  const passages: Passage[] = []
  let own: string[] = []
  let other: string[] = []
  const close = () => {
    if (own.length > 0 || other.length > 0) {
      passages.push({
        same: false,
        mine: own.join('\n\n'),
        theirs: other.join('\n\n'),
        choice: choiceFor(known, own, other),
      })
      own = []
      other = []
    }
  }
  for (const part of diffArrays(paragraphsOf(mine), paragraphsOf(theirs))) {
    if (part.removed) {
      own.push(...part.value)
    } else if (part.added) {
      other.push(...part.value)
    } else {
      close()
      passages.push({ same: true, text: part.value.join('\n\n') })
    }
  }
  close()
  return passages
}

function choiceFor(known: Set<string>, mine: string[], theirs: string[]): Choice {
  const isOld = (paragraphs: string[]) => paragraphs.every((one) => known.has(one))
  if (isOld(theirs) && !isOld(mine)) {
    return 'mine'
  }
  return isOld(mine) && !isOld(theirs) ? 'theirs' : 'both'
}

/** The text that the choices make. */
export function textOf(passages: readonly Passage[]): string {
  return passages
    .flatMap((passage) => {
      if (passage.same) {
        return [passage.text]
      }
      const { mine, theirs, choice } = passage
      return choice === 'both' ? [mine, theirs] : [choice === 'mine' ? mine : theirs]
    })
    .filter((text) => text !== '')
    .join('\n\n')
}
