import { ApiError } from '@quaily/shared/api'
import { differences, isEmpty, type DraftFields } from './fields'
import { draftsAt, forget, type LocalDraft } from './localDrafts'

/**
 * What an earlier page has left behind: closed, crashed, or offline until the end. Forgets what the server has. One at a
 * time; others wait until this one has been saved.
 *
 * @param isOpen whether a tab still writes its draft itself
 */
export async function leftBehind(
  place: string,
  isOpen: (tab: string) => boolean,
  base: DraftFields,
): Promise<LocalDraft | undefined> {
  for (const draft of await draftsAt(place)) {
    if (isOpen(draft.tab)) {
      continue
    }
    if (differences(draft.fields, base).length > 0 && !isEmpty(draft.fields)) {
      return draft
    }
    await forget(draft.key)
  }
  return undefined
}

/** What this browser kept of a post that the server cannot be asked for. */
export async function keptOffline(
  failure: unknown,
  place: string,
): Promise<LocalDraft | undefined> {
  if (!(failure instanceof ApiError && failure.isUnreachable)) {
    return undefined
  }
  const [local] = await draftsAt(place).catch(() => [])
  return local?.baseUpdatedAt ? local : undefined
}
