import { expect, test } from 'vitest'
import { eventsOf } from './events'

function streamOf(...parts: string[]) {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) {
        controller.enqueue(encoder.encode(part))
      }
      controller.close()
    },
  })
}

async function all(stream: ReadableStream<Uint8Array>) {
  const events = []
  for await (const event of eventsOf(stream)) {
    events.push(event)
  }
  return events
}

test('events are put together from parts, and comments are left out', async () => {
  await expect(all(streamOf('data: {"a"', ':1}\n\n:\n\ndata: b\n', '\n'))).resolves.toEqual([
    '{"a":1}',
    'b',
  ])
})

test('an event that was cut is none', async () => {
  await expect(all(streamOf('data: a\n\ndata: b'))).resolves.toEqual(['a'])
})
