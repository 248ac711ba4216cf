import { ApiError } from '@quaily/shared/api/error'
import { call, signedIn, signInUrl } from './call'
import { element } from './dom'
import { textsOf } from './texts'

/** Opens the rest of a post for those who pay for it, in the place of the notice. */
export async function mount(place: HTMLElement) {
  const { list, post } = place.closest<HTMLElement>('article[data-post]')?.dataset ?? {}
  const { text } = textsOf(place)
  const login = await signedIn()
  if (!login) {
    place.append(element('p', {}, element('a', { href: signInUrl() }, text('signInPaid'))))
    return
  }
  try {
    const { html } = await call<{ html: string }>('GET', `/lists/${list}/posts/${post}/paid`, {
      token: login.access_token,
    })
    // The server has sanitized it, as all that its pages show.
    const rest = new DOMParser().parseFromString(html, 'text/html')
    const body = element('div', { className: 'prose paid-part' })
    body.append(...rest.body.childNodes)
    place.replaceWith(body)
  } catch (error) {
    // Who does not pay keeps the notice.
    if (!(error instanceof ApiError && error.status === 403)) {
      throw error
    }
  }
}
