import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

const DAY = 86_400_000
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** Within a week "3 days ago" or "in 2 hours", else the date; with the year when it is another. */
export function relativeTime(date: Date, locale: string, now = new Date()): string {
  const distance = date.getTime() - now.getTime()
  if (Math.abs(distance) >= 7 * DAY) {
    const sameYear = date.getFullYear() === now.getFullYear()
    return new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      ...(!sameYear && { year: 'numeric' }),
    }).format(date)
  }
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const [unit, size] = UNITS.find(([, one]) => Math.abs(distance) >= one) ?? ['second', Infinity]
  return format.format(unit === 'second' ? 0 : Math.trunc(distance / size), unit)
}

/** Date, time and zone in full, for tooltips. */
export function fullTime(date: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(date)
}

/** The functions of this module in the page's language. */
export function useFormat() {
  const { locale } = useI18n()
  const numbers = computed(() => new Intl.NumberFormat(locale.value))
  const clock = computed(
    () => new Intl.DateTimeFormat(locale.value, { hour: 'numeric', minute: '2-digit' }),
  )
  return {
    number: (value: number) => numbers.value.format(value),
    time: (date: Date) => clock.value.format(date),
    relativeTime: (date: Date) => relativeTime(date, locale.value),
    fullTime: (date: Date) => fullTime(date, locale.value),
  }
}
