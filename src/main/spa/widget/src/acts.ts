import type { Post } from '@quaily/shared/api'
import { call, signedIn, signInUrl } from './call'
import { element, once } from './dom'
import { sentenceOf, textsOf, type Text } from './texts'

const EMOJI = ['👍', '❤️', '🎉', '😄', '🤔']
const codeOf = (emoji: string) => emoji.codePointAt(0) as number

type Reactions = Record<string, number>

/** Below an article: reactions, and a button that passes its address on. */
export async function mount(place: HTMLElement) {
  const article = place.closest<HTMLElement>('article[data-post]')
  if (!article) {
    return
  }
  const { text } = textsOf(place)
  const note = element('p', { className: 'note', role: 'status' })
  const { list, post } = article.dataset
  const group = element('div', {
    className: 'reactions',
    role: 'group',
    'aria-label': text('reactions'),
  })
  place.append(group, shareButton(text, note), note)
  const found = await call<Post>('GET', `/lists/${list}/posts/${post}`)
  let me = ''

  function show(reactions: Reactions) {
    for (const button of group.querySelectorAll('button')) {
      const code = Number(button.dataset.code)
      const count = Object.values(reactions).filter((chosen) => chosen === code).length
      button.ariaPressed = String(reactions[me] === code)
      button.lastChild?.replaceWith(count ? String(count) : '')
    }
  }

  async function react(emoji: string) {
    try {
      const login = await signedIn()
      if (!login) {
        location.assign(signInUrl())
        return
      }
      me = String(login.user.id)
      const changed = await call<Post>('POST', `/posts/reactions?id=${post}`, {
        body: { code: codeOf(emoji) },
        token: login.access_token,
      })
      show(changed.reactions as unknown as Reactions)
    } catch (error) {
      note.textContent = sentenceOf(error, text)
    }
  }

  for (const emoji of EMOJI) {
    const button = element(
      'button',
      { type: 'button', 'data-code': codeOf(emoji), 'aria-pressed': 'false', 'aria-label': emoji },
      element('span', { 'aria-hidden': 'true' }, emoji),
      '',
    )
    button.addEventListener('click', () => void once(button, () => react(emoji)))
    group.append(button)
  }
  show(found.reactions as unknown as Reactions)
}

function shareButton(text: Text, note: HTMLElement): HTMLElement {
  const button = element('button', { type: 'button', className: 'share' }, text('share'))
  button.addEventListener('click', () => void once(button, () => share(text, note)))
  return button
}

async function share(text: Text, note: HTMLElement) {
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
  try {
    if (navigator.share) {
      await navigator.share({ title: document.title, url })
    } else {
      await navigator.clipboard.writeText(url)
      note.textContent = text('copied')
    }
  } catch (error) {
    // Whoever closes the list of programs changed their mind; pages without TLS have no clipboard.
    if (!(error instanceof DOMException && error.name === 'AbortError')) {
      note.replaceChildren(`${text('copyLink')}: `, element('code', {}, url))
    }
  }
}
