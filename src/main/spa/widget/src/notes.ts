import type { Schema } from '@quaily/shared/api'
import { call } from './call'
import { element, once } from './dom'
import { sentenceOf, textsOf } from './texts'

type Tweet = Schema<'TweetView'>

const AT_ONCE = 50

/** Below the notes that the page holds: a button for older ones. */
export function mount(list: HTMLElement) {
  const { text, language } = textsOf(list)
  const button = element('button', { type: 'button' }, text('more'))
  const problem = element('p', { className: 'problem', role: 'alert' })
  const end = element('p', {}, button)
  let offset = AT_ONCE

  async function more() {
    problem.textContent = ''
    try {
      const query = new URLSearchParams({
        list: list.dataset.list ?? '',
        offset: String(offset),
        limit: String(AT_ONCE),
      })
      const slice = await call<{ items: Tweet[]; pagination: { total: number } }>(
        'GET',
        `/tweets?${query}`,
      )
      offset += slice.items.length
      list.append(
        ...slice.items
          .filter((tweet) => !document.getElementById(`note-${tweet.id}`))
          .map((tweet) => entry(tweet, language)),
      )
      if (offset >= slice.pagination.total || slice.items.length === 0) {
        end.remove()
      }
    } catch (error) {
      problem.textContent = sentenceOf(error, text)
    }
  }

  button.addEventListener('click', () => void once(button, more))
  list.after(end, problem)
}

function entry(tweet: Tweet, language: string): HTMLElement {
  const words = new DOMParser().parseFromString(tweet.html, 'text/html')
  const body = element('div', { className: 'prose' })
  body.append(...words.body.childNodes)
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  return element(
    'li',
    { className: 'note', id: `note-${tweet.id}` },
    element(
      'p',
      { className: 'facts' },
      element('span', {}, tweet.user.name),
      element('time', { dateTime: tweet.created_at }, date.format(new Date(tweet.created_at))),
    ),
    body,
  )
}
