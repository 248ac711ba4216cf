const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const WORDS_PER_MINUTE = 220
const CHARACTERS_PER_MINUTE = 500

/** How long a text is: words, or characters where the language has no spaces; and the minutes of reading. */
export interface Length {
  count: number
  unit: 'words' | 'characters'
  minutes: number
}

export function lengthOf(markdown: string): Length {
  const text = plain(markdown)
  const characters = text.match(CJK)?.length ?? 0
  const words = text.replace(CJK, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
  const minutes = words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE
  return {
    count: characters > words ? characters + words : words + characters,
    unit: characters > words ? 'characters' : 'words',
    minutes: words + characters === 0 ? 0 : Math.max(1, Math.round(minutes)),
  }
}

/** Without what is not read: addresses, marks, code fences, comments. */
function plain(markdown: string): string {
  return markdown
    .replace(/<!--[^]*?-->/g, ' ')
    .replace(/^(```|~~~)[^\n]*$/gm, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/<[^>]+>/g, ' ')
}

/** A heading of the text. `line` counts from 1. */
export interface Heading {
  level: number
  text: string
  line: number
}

export function headingsOf(markdown: string): Heading[] {
  const headings: Heading[] = []
  let fence = ''
  markdown.split('\n').forEach((line, index) => {
    const [, marks = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
    if (marks && (!fence || marks.startsWith(fence))) {
      fence = fence ? '' : marks
      return
    }
    const found = fence ? null : /^ {0,3}(#{1,6})\s+(.+?)(?:\s+#+)?\s*$/.exec(line)
    if (found) {
      headings.push({
        level: (found[1] as string).length,
        text: (found[2] as string).replace(/[*_`~=]{1,2}|!?\[([^\]]*)\]\([^)]*\)/g, '$1'),
        line: index + 1,
      })
    }
  })
  return headings
}

const EXCERPT = 160

/** The beginning of a text without its marks, where there is no summary. */
export function excerptOf(markdown: string): string {
  const [free = ''] = markdown.split(/^[>\s]*<!--\s*paywall\s*-->\s*$/im)
  const text = plain(free.replace(/!\[[^\]]*\]\([^)]*\)/g, ' '))
    .replace(/^[\s>]*((#{1,6}|[-*+]|\d+[.)]|\[![A-Z]+\])\s+)?/gm, '')
    .replace(/[*_`~=|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text
}
