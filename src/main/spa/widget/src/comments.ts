import type { Login } from '@quaily/shared/session/auth'
import { ApiError } from '@quaily/shared/api/error'
import type { Schema } from '@quaily/shared/api'
import actsCss from './acts.css?inline'
import { call, signedIn, signInUrl } from './call'
import commentsCss from './comments.css?inline'
import { element, once } from './dom'
import formsCss from './forms.css?inline'
import { adopt } from './styles'
import { sentenceOf, textsOf, type Text } from './texts'

type Comment = Schema<'CommentView'>
interface Slice {
  items: Comment[]
  pagination: { total: number }
}

const AT_ONCE = 50

/** The states of a comment in the API; others see visible ones only. */
const VISIBLE = 0
const PENDING = 1

const MOST = 5000

/** The comments of an article, and a form for those who are signed in. */
export async function mount(place: HTMLElement) {
  const post = document.querySelector<HTMLElement>('article[data-post]')?.dataset.post
  if (post) {
    adopt(actsCss)
    adopt(formsCss)
    adopt(commentsCss)
    await new Comments(place, Number(post)).load()
  }
}

class Comments {
  private readonly place: HTMLElement
  private readonly post: number
  private readonly text: Text
  private readonly language: string
  private readonly list = element('ol', { className: 'thread' })
  private readonly note = element('p', { className: 'note', role: 'status' })
  private login: Login | null = null
  private shown = 0

  constructor(place: HTMLElement, post: number) {
    this.place = place
    this.post = post
    const { text, language } = textsOf(place)
    this.text = text
    this.language = language
    place.append(this.note, this.list)
  }

  async load() {
    this.note.textContent = this.text('loading')
    try {
      this.login = await signedIn()
      await this.more()
      this.place.append(this.login ? this.form() : this.invitation())
    } catch (error) {
      this.fail(error)
    }
  }

  private fail(error: unknown) {
    const again = element('button', { type: 'button', className: 'quiet' }, this.text('retry'))
    again.addEventListener('click', () => void once(again, () => this.load()))
    this.note.replaceChildren(`${sentenceOf(error, this.text)} `, again)
  }

  private async more() {
    const slice = await call<Slice>(
      'GET',
      `/comments?post_id=${this.post}&offset=${this.shown}&limit=${AT_ONCE}`,
      { token: this.login?.access_token },
    )
    this.shown += slice.items.length
    this.list.append(...slice.items.map((comment) => this.entry(comment)))
    this.note.textContent = this.shown === 0 ? this.text('none') : ''
    if (this.shown < slice.pagination.total && slice.items.length > 0) {
      const button = element('button', { type: 'button', className: 'quiet' }, this.text('more'))
      const line = element('li', {}, button)
      button.addEventListener(
        'click',
        () =>
          void once(button, async () => {
            try {
              await this.more()
              line.remove()
            } catch (error) {
              this.note.textContent = sentenceOf(error, this.text)
            }
          }),
      )
      this.list.append(line)
    }
  }

  private entry(comment: Comment): HTMLElement {
    const entry = element('li', { id: `comment-${comment.id}` })
    entry.append(this.facts(comment))
    if (comment.quote_comment?.author) {
      entry.append(
        element(
          'blockquote',
          {},
          `${comment.quote_comment.author.name}: ${comment.quote_comment.content}`,
        ),
      )
    }
    entry.append(
      element('p', { className: 'words' }, comment.author ? comment.content : this.text('deleted')),
    )
    if (this.login && comment.author) {
      entry.append(this.acts(comment, entry))
    }
    return entry
  }

  private facts(comment: Comment): HTMLElement {
    const date = new Date(comment.created_at)
    const facts = element('p', { className: 'facts' })
    if (comment.author) {
      facts.append(element('a', { href: `/user/${comment.author.id}` }, comment.author.name))
    }
    facts.append(
      element(
        'time',
        { dateTime: comment.created_at },
        new Intl.DateTimeFormat(this.language, { dateStyle: 'medium' }).format(date),
      ),
    )
    if (comment.status === PENDING) {
      facts.append(element('span', {}, this.text('waits')))
    }
    return facts
  }

  private acts(comment: Comment, entry: HTMLElement): HTMLElement {
    const acts = element('p', { className: 'acts' })
    if (comment.status === VISIBLE) {
      const reply = element('button', { type: 'button', className: 'quiet' }, this.text('reply'))
      reply.addEventListener('click', () => {
        if (!entry.querySelector('form')) {
          const form = this.form(comment)
          entry.append(form)
          form.querySelector('textarea')?.focus()
        }
      })
      acts.append(reply)
    }
    if (comment.author_id === this.login?.user.id) {
      const remove = element('button', { type: 'button', className: 'quiet' }, this.text('delete'))
      remove.addEventListener('click', () => void once(remove, () => this.remove(comment, entry)))
      acts.append(remove)
    }
    return acts
  }

  private async remove(comment: Comment, entry: HTMLElement) {
    try {
      await call('DELETE', `/comments/${comment.id}`, { token: this.login?.access_token })
      entry.remove()
    } catch (error) {
      this.note.textContent = sentenceOf(error, this.text)
    }
  }

  private invitation(): HTMLElement {
    return element('p', {}, element('a', { href: signInUrl('#comments') }, this.text('signIn')))
  }

  /** A form for a comment on the article, or for a reply. */
  private form(quoted?: Comment): HTMLFormElement {
    const id = `comment-text-${quoted?.id ?? 'new'}`
    const label = quoted?.author
      ? this.text('replyTo', { name: quoted.author.name })
      : this.text('comment')
    const area = element('textarea', { id, rows: 4, maxLength: MOST, required: true })
    const problem = element('p', { className: 'problem', role: 'alert' })
    const button = element('button', {}, this.text('send'))
    const form = element(
      'form',
      {},
      element('label', { htmlFor: id }, label),
      area,
      problem,
      button,
    )
    if (quoted) {
      const cancel = element('button', { type: 'button', className: 'quiet' }, this.text('cancel'))
      cancel.addEventListener('click', () => form.remove())
      form.append(' ', cancel)
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void once(button, () => this.send(form, area, problem, quoted))
    })
    return form
  }

  private async send(
    form: HTMLFormElement,
    area: HTMLTextAreaElement,
    problem: HTMLElement,
    quoted?: Comment,
  ) {
    problem.textContent = ''
    try {
      const comment = await call<Comment>('POST', '/comments', {
        body: { post_id: this.post, quote_comment_id: quoted?.id ?? null, content: area.value },
        token: this.login?.access_token,
      })
      this.shown++
      const entry = this.entry(comment)
      this.list.prepend(entry)
      this.note.textContent = comment.status === PENDING ? this.text('commentWaits') : ''
      area.value = ''
      if (quoted) {
        form.remove()
      }
      entry.scrollIntoView({ block: 'nearest' })
    } catch (error) {
      problem.textContent =
        error instanceof ApiError && error.code === 1004
          ? error.message
          : sentenceOf(error, this.text)
    }
  }
}
