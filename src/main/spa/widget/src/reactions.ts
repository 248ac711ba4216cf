import { call, signedIn, signInUrl } from './call'
import { element, once } from './dom'
import { sentenceOf, type Text } from './texts'

const EMOJI = ['👍', '❤️', '🎉', '😄', '🤔']

/** The code point that each reader chose, by the reader's id. */
export type Reactions = Readonly<Record<string, number>>

/** A button for each reaction, with how many readers chose it. */
export class ReactionButtons {
  readonly group: HTMLElement
  private readonly text: Text
  private readonly path: string
  private readonly note: HTMLElement

  /**
   * @param path of the call that reacts
   * @param note where a failure is told
   */
  constructor(text: Text, path: string, note: HTMLElement) {
    this.text = text
    this.path = path
    this.note = note
    this.group = element('div', {
      className: 'reactions',
      role: 'group',
      'aria-label': text('reactions'),
    })
    this.group.append(...EMOJI.map((emoji) => this.button(emoji)))
  }

  private button(emoji: string): HTMLElement {
    const code = emoji.codePointAt(0) as number
    const button = element(
      'button',
      { type: 'button', 'data-code': code, 'aria-pressed': 'false', 'aria-label': emoji },
      element('span', { 'aria-hidden': 'true' }, emoji),
      '',
    )
    button.addEventListener('click', () => void once(button, () => this.react(code)))
    return button
  }

  /**
   * @param me the id of whoever is logged in
   */
  show(reactions: Reactions, me = '') {
    for (const button of this.group.querySelectorAll('button')) {
      const code = Number(button.dataset.code)
      const count = Object.values(reactions).filter((chosen) => chosen === code).length
      const emoji = button.firstElementChild?.textContent ?? ''
      button.ariaPressed = String(reactions[me] === code)
      button.ariaLabel = count ? `${emoji} ${count}` : emoji
      button.lastChild?.replaceWith(count ? String(count) : '')
    }
  }

  private async react(code: number) {
    try {
      const login = await signedIn()
      if (!login) {
        location.assign(signInUrl(location.hash))
        return
      }
      const changed = await call<{ reactions: Reactions }>('POST', this.path, {
        body: { code },
        token: login.access_token,
      })
      this.note.textContent = ''
      this.show(changed.reactions, String(login.user.id))
    } catch (error) {
      this.note.textContent = sentenceOf(error, this.text)
    }
  }
}
