// Days of a date field are the reader's own, times of the server have a zone.

const two = (number: number) => String(number).padStart(2, '0')

const dayOf = (date: Date) =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

/** The day that many days from today. */
export function dayAfter(days: number, today = new Date()): string {
  return dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() + days))
}

/** The day that a date field shows for the end of a pause. */
export const startOfPause = (until: string) => dayOf(new Date(until))

/** The beginning of a day, as the server wants it. */
export const endOfPause = (day: string) => new Date(`${day}T00:00:00`).toISOString()
