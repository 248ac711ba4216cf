import type { Schema } from '@quaily/shared/api'
import { call } from '../../api'
import type { Entry } from './entries'

const AT_ONCE = 5000

export const REASONS = ['invalid', 'duplicate', 'denied', 'suppressed', 'subscribed'] as const
export type Reason = (typeof REASONS)[number]

export interface Refusal extends Entry {
  reason: Reason
}

export interface Outcome {
  added: number
  refused: Refusal[]
}

/**
 * Sends the people in parts; with `dryRun`, only asks what would happen.
 *
 * @param done is told how many have been dealt with
 */
export async function importEntries(
  list: string,
  entries: readonly Entry[],
  dryRun: boolean,
  done: (count: number) => void = () => {},
): Promise<Outcome> {
  const { fresh, repeated } = withoutRepeats(entries)
  const outcome: Outcome = { added: 0, refused: repeated }
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const part = fresh.slice(from, from + AT_ONCE)
    const report = await send(list, part, dryRun)
    outcome.added += report.added
    for (const { index, reason } of report.refused) {
      outcome.refused.push({ ...(part[index] as Entry), reason: reason as Reason })
    }
    done(Math.min(from + AT_ONCE, fresh.length) + repeated.length)
  }
  outcome.refused.sort((a, b) => a.line - b.line)
  return outcome
}

const send = (list: string, part: readonly Entry[], dryRun: boolean) =>
  call<Schema<'ImportReportView'>>(
    'post',
    `/auxilia/subscriptions/${encodeURIComponent(list)}/members/import`,
    { body: { members: part.map(({ email, name }) => ({ email, name })), dry_run: dryRun } },
  )

/** The server sees one part at a time, so it cannot know what an earlier one had. */
export function withoutRepeats(entries: readonly Entry[]): { fresh: Entry[]; repeated: Refusal[] } {
  const seen = new Set<string>()
  const fresh: Entry[] = []
  const repeated: Refusal[] = []
  for (const entry of entries) {
    const address = entry.email.trim().toLowerCase()
    if (address && seen.has(address)) {
      repeated.push({ ...entry, reason: 'duplicate' })
    } else {
      fresh.push(entry)
    }
    seen.add(address)
  }
  return { fresh, repeated }
}
