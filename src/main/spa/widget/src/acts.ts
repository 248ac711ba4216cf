import css from './acts.css?inline'
import { call } from './call'
import { element, once } from './dom'
import { ReactionButtons, type Reactions } from './reactions'
import { showRelated, type Related } from './related'
import { adopt } from './styles'
import { textsOf, type Text } from './texts'

/** Below an article: reactions, a button that passes its address on, and similar posts. */
export async function mount(place: HTMLElement) {
  const article = place.closest<HTMLElement>('article[data-post]')
  if (!article) {
    return
  }
  adopt(css)
  const { text } = textsOf(place)
  const note = element('p', { className: 'note', role: 'status' })
  const { list, post } = article.dataset
  const reactions = new ReactionButtons(text, `/posts/reactions?id=${post}`, note)
  place.append(reactions.group, shareButton(text, note), note)
  const found = await call<{ reactions: Reactions; similar_post_items: Related[] }>(
    'GET',
    `/lists/${list}/posts/${post}`,
  )
  reactions.show(found.reactions)
  const main = article.closest('main')
  if (main) {
    showRelated(main, found.similar_post_items, text)
  }
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
