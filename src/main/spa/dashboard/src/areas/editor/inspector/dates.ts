/** A time as the browser's field for date and time holds it, in the zone of the device; empty for none. */
export function toLocalInput(rfc3339: string): string {
  if (!rfc3339) {
    return ''
  }
  const date = new Date(rfc3339)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

/** Back again; empty for what is no time. */
export function fromLocalInput(value: string): string {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
