import type { Schema } from '@quaily/shared/api'
import actsCss from './acts.css?inline'
import { call } from './call'
import { element, once } from './dom'
import formsCss from './forms.css?inline'
import { ReactionButtons, type Reactions } from './reactions'
import { adopt } from './styles'
import { sentenceOf, textsOf, type Text } from './texts'

type Tweet = Schema<'TweetView'>
interface Slice {
  items: Tweet[]
  pagination: { total: number }
}

const AT_ONCE = 50

/** In the notes that the page holds: reactions. Below them: a button for older notes. */
export async function mount(list: HTMLElement) {
  adopt(formsCss)
  adopt(actsCss)
  const { text, language } = textsOf(list)
  const slice = (offset: number) => {
    const query = new URLSearchParams({
      list: list.dataset.list ?? '',
      offset: String(offset),
      limit: String(AT_ONCE),
    })
    return call<Slice>('GET', `/tweets?${query}`)
  }
  if (list.dataset.more) {
    list.after(...olderNotes(list, text, language, slice))
  }
  const { items } = await slice(0)
  items.forEach((tweet) => addReactions(tweet, text))
}

/** Notes that not everybody may read have no place for reactions. */
function addReactions(tweet: Tweet, text: Text) {
  const place = document.querySelector(`#note-${tweet.id} > .acts`)
  if (place) {
    const note = element('p', { className: 'note', role: 'status' })
    const buttons = new ReactionButtons(text, `/tweets/${tweet.id}/reactions`, note)
    buttons.show(tweet.reactions as unknown as Reactions)
    place.append(buttons.group, note)
  }
}

function olderNotes(
  list: HTMLElement,
  text: Text,
  language: string,
  slice: (offset: number) => Promise<Slice>,
): HTMLElement[] {
  const button = element('button', { type: 'button' }, text('more'))
  const problem = element('p', { className: 'problem', role: 'alert' })
  const end = element('p', {}, button)
  let offset = AT_ONCE

  async function more() {
    problem.textContent = ''
    try {
      const { items, pagination } = await slice(offset)
      offset += items.length
      for (const tweet of items.filter(({ id }) => !document.getElementById(`note-${id}`))) {
        list.append(entry(tweet, language))
        addReactions(tweet, text)
      }
      if (offset >= pagination.total || items.length === 0) {
        end.remove()
      }
    } catch (error) {
      problem.textContent = sentenceOf(error, text)
    }
  }

  button.addEventListener('click', () => void once(button, more))
  return [end, problem]
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
    element('div', { className: 'acts' }),
  )
}
