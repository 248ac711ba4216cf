import type { Channel } from '@quaily/shared/api'
import { call } from '../../api'

/** Saves a part of a channel's settings; the answer is the whole channel. */
export const saveSettings = (list: string, part: string, body: object) =>
  call<Channel>('put', `/lists/${encodeURIComponent(list)}${part}`, { body })

/** A text of the channel; empty when there is none. */
export function textIn(channel: Channel | undefined, name: string): string {
  const text = channel?.text_templates[name]
  return typeof text === 'string' ? text : ''
}

/** Texts as the API wants them: an empty one is removed. */
export const templatesOf = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim() || null]))
