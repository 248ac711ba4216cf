/** The `data` of each server-sent event of a stream, in order; comments are left out. */
export async function* eventsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let waiting = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) {
      return
    }
    waiting += decoder.decode(value, { stream: true })
    const events = waiting.split('\n\n')
    waiting = events.pop() ?? ''
    for (const event of events) {
      if (event.startsWith('data: ')) {
        yield event.slice('data: '.length)
      }
    }
  }
}
