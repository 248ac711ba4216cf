import type { SiteConfig } from '@quaily/shared/api'
import { ApiError } from '@quaily/shared/api/error'
import { call } from './call'
import { element, once } from './dom'
import css from './forms.css?inline'
import { adopt } from './styles'
import { sentenceOf, textsOf } from './texts'

/**
 * Sends the form of the page without leaving it, and solves what the server asks of strangers. Without this script the
 * form works all the same, with stricter limits.
 */
export function mount(place: HTMLElement) {
  const form = place as HTMLFormElement
  const input = form.querySelector<HTMLInputElement>('[name=email]')
  const button = form.querySelector('button')
  const trap = form.querySelector<HTMLInputElement>('[name=website]')
  if (!input || !button) {
    return
  }
  adopt(css)
  const { text } = textsOf(form)
  const problem = element('p', { className: 'problem', role: 'alert', id: `${input.id}-problem` })
  const challengePlace = element('div')
  form.append(challengePlace, problem)

  async function send(email: HTMLInputElement) {
    problem.textContent = ''
    email.removeAttribute('aria-invalid')
    try {
      await call('POST', `/subscriptions/${encodeURIComponent(form.dataset.list ?? '')}`, {
        body: { email: email.value.trim(), 'challenge-token': await solved(challengePlace) },
      })
      const note = element('p', { className: 'done', role: 'status', tabIndex: -1 })
      note.textContent = text('sent', { email: email.value.trim() })
      form.replaceWith(note)
      note.focus()
    } catch (error) {
      problem.textContent = sentenceOf(error, text)
      if (error instanceof ApiError && error.code === 7001) {
        email.setAttribute('aria-invalid', 'true')
        email.focus()
      }
    }
  }

  form.addEventListener('submit', (event) => {
    // What only a machine fills in goes the old way.
    if (!trap?.value) {
      event.preventDefault()
      void once(button, () => send(input))
    }
  })
}

async function solved(place: HTMLElement): Promise<string | undefined> {
  const { challenge } = await call<SiteConfig>('GET', '/c')
  if (challenge.provider === 'none') {
    return undefined
  }
  const { solveChallenge } = await import('@quaily/shared/session/challenge')
  try {
    return await solveChallenge(challenge, place, 'subscribe')
  } catch (error) {
    console.error(error)
    throw new ApiError(503, { code: 2107 })
  }
}
