import { gfm } from '@joplin/turndown-plugin-gfm'
import TurndownService from 'turndown'

let service: TurndownService | null = null

function converter(): TurndownService {
  if (service) {
    return service
  }
  service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    hr: '---',
  })
  service.use(gfm)
  // What looks like a tag in the copied text is text.
  const escaped = service.escape.bind(service)
  service.escape = (text) => escaped(text).replace(/<(?=[a-z!?/])/gi, '\\<')
  service.remove([
    'script',
    'style',
    'noscript',
    'title',
    'head' as never,
    'meta',
    'link',
    'button',
  ])
  service.addRule('mark', {
    filter: ['mark'],
    replacement: (text) => (text.trim() ? `==${text}==` : text),
  })
  service.addRule('kept', {
    filter: ['kbd', 'sub', 'sup'],
    replacement: (text, node) => {
      const name = node.nodeName.toLowerCase()
      return text.trim() ? `<${name}>${text}</${name}>` : text
    },
  })
  // Word processors write bold text with a normal weight around everything they copy.
  service.addRule('not-bold', {
    filter: (node) => node.nodeName === 'B' && /font-weight:\s*(normal|400)/i.test(styleOf(node)),
    replacement: (text) => text,
  })
  // They write emphasis as styles, too.
  service.addRule('styled', {
    filter: (node) => node.nodeName === 'SPAN' && marksOf(node) !== '',
    replacement: (text, node) => {
      const marks = marksOf(node as HTMLElement)
      const [, before = '', inner = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? []
      return inner ? `${before}${marks}${inner}${[...marks].reverse().join('')}${after}` : text
    },
  })
  // Pictures that lie on the other page only, or in the clipboard: an address that would not work elsewhere.
  service.addRule('no-picture', {
    filter: (node) => node.nodeName === 'IMG' && !/^https?:/i.test(node.getAttribute('src') ?? ''),
    replacement: () => '',
  })
  return service
}

// `style` in a document that a script has made is refused by the policy of the pages, loudly.
const STYLES = 'data-style'

const styleOf = (node: HTMLElement) => node.getAttribute(STYLES) ?? ''

function withoutStyles(html: string): string {
  return html
    .replace(/<(\/?)style\b/gi, '<$1title')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${STYLES}=`))
}

function marksOf(node: HTMLElement): string {
  const style = styleOf(node)
  const bold = /font-weight:\s*(bold|[6-9]00)/i.test(style) ? '**' : ''
  const italic = /font-style:\s*italic/i.test(style) ? '*' : ''
  const struck = /text-decoration[^;]*line-through/i.test(style) ? '~~' : ''
  return bold + italic + struck
}

/** Formatted text from the clipboard as Markdown; empty when it has no formatting, so that the plain text will do. */
export function markdownOf(html: string): string {
  const body = new DOMParser().parseFromString(withoutStyles(html), 'text/html').body
  if (!hasFormat(body)) {
    return ''
  }
  return converter()
    .turndown(body)
    .replace(/\u00a0/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const FORMATS =
  'a[href], b, strong, i, em, del, s, strike, mark, code, pre, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, table, img, hr, kbd, sub, sup'

function hasFormat(body: HTMLElement): boolean {
  return (
    body.querySelector(FORMATS) !== null ||
    [...body.querySelectorAll<HTMLElement>(`span[${STYLES}]`)].some((node) => marksOf(node) !== '')
  )
}

/** Whether HTML comes from a code editor, whose colors are not formatting. */
export function isFromCodeEditor(data: DataTransfer): boolean {
  return data.types.includes('vscode-editor-data')
}
