const AT_ONCE = 4

/** Sends for each of the rows, a few at a time; what failed, by the row's id. */
export async function sendAll<Row extends { id: number }>(
  rows: readonly Row[],
  send: (row: Row) => Promise<unknown>,
): Promise<Map<number, unknown>> {
  const failures = new Map<number, unknown>()
  const waiting = [...rows]
  async function work() {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      try {
        await send(row)
      } catch (error) {
        console.warn(error)
        failures.set(row.id, error)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return failures
}
