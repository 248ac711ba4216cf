// Days are those of the server's counts: in UTC, written as 2026-01-31.

export const SPANS = ['7', '30', '90', '365'] as const
export type Span = (typeof SPANS)[number]

export type Granularity = 'day' | 'week' | 'month'

/** Two days, both included. */
export interface Range {
  first: string
  last: string
}

const DAY = 86_400_000
const DATE = /^\d{4}-\d{2}-\d{2}$/

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

export const addDays = (day: string, days: number) => dayOf(timeOf(day) + days * DAY)

/** The number of days in a range. */
export const daysIn = ({ first, last }: Range) =>
  Math.round((timeOf(last) - timeOf(first)) / DAY) + 1

/** The range of an address: two days of one's own, else the last days; 30 of them without a wish. */
export function rangeIn(
  query: Record<string, unknown>,
  now = Date.now(),
): Range & { span: Span | 'own' } {
  const { from, to, days } = query
  if (isDay(from) && isDay(to) && from <= to) {
    return { first: from, last: to, span: 'own' }
  }
  const span = SPANS.find((one) => one === days) ?? '30'
  const last = dayOf(now)
  return { first: addDays(last, 1 - Number(span)), last, span }
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && DATE.test(value) && !Number.isNaN(timeOf(value))
}

/** As many days, right before. */
export function before(range: Range): Range {
  return { first: addDays(range.first, -daysIn(range)), last: addDays(range.first, -1) }
}

/** Steps that give a chart neither too few points nor too many. */
export function granularityOf(range: Range): Granularity {
  const days = daysIn(range)
  if (days <= 62) {
    return 'day'
  }
  return days <= 400 ? 'week' : 'month'
}

/** The first days of all periods in a range, as the server names them: weeks begin on Mondays. */
export function periodsIn(range: Range, granularity: Granularity): string[] {
  const found: string[] = []
  for (let day = beginOf(range.first, granularity); day <= range.last;) {
    found.push(day)
    day = next(day, granularity)
  }
  return found
}

function beginOf(day: string, granularity: Granularity): string {
  if (granularity === 'month') {
    return `${day.slice(0, 7)}-01`
  }
  const weekday = (new Date(timeOf(day)).getUTCDay() + 6) % 7
  return granularity === 'week' ? addDays(day, -weekday) : day
}

function next(day: string, granularity: Granularity): string {
  if (granularity === 'month') {
    return beginOf(addDays(day, 31), 'month')
  }
  return addDays(day, granularity === 'week' ? 7 : 1)
}

/** The values of every period; the server leaves out those in which nothing happened. */
export function filled<Row extends { date: string }>(
  periods: readonly string[],
  rows: readonly Row[],
  value: (row: Row) => number,
): number[] {
  const byDate = new Map(rows.map((row) => [row.date, value(row)]))
  return periods.map((period) => byDate.get(period) ?? 0)
}

/** How many there were at the end of each period, beginning with a number before them. */
export function running(start: number, changes: readonly number[]): number[] {
  let total = start
  return changes.map((change) => (total += change))
}

/** The change in whole per cent; undefined when there was nothing to compare with. */
export function change(now: number, then: number): number | undefined {
  return then > 0 ? Math.round((100 * (now - then)) / then) : undefined
}
