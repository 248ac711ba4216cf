/** An image in a line of its own, as Markdown writes it. `width` is a share such as `50%`, pixels, or empty. */
export interface ImageText {
  alt: string
  url: string
  width: string
  caption: string
}

const IMAGE = /^\s*!\[((?:\\.|[^\]\\])*)\]\(\s*<?([^\s>)]+)>?(?:\s+"((?:\\.|[^"\\])*)")?\s*\)\s*$/

/** Reads a line that is one image and nothing else; null for any other. */
export function readImage(line: string): ImageText | null {
  const found = IMAGE.exec(line)
  if (!found) {
    return null
  }
  const [, text = '', url = '', caption = ''] = found
  const [, alt = '', width = ''] = /^([^]*?)(?:\|(\d+%|\d+(?:x\d+)?))?$/.exec(text) ?? []
  return { alt: unescaped(alt), url, width, caption: unescaped(caption) }
}

export function writeImage({ alt, url, width, caption }: ImageText): string {
  const size = width ? `|${width}` : ''
  const title = caption ? ` "${caption.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"` : ''
  return `![${alt.replace(/[[\]\\|]/g, '\\$&').replace(/\s+/g, ' ')}${size}](${encoded(url)}${title})`
}

const unescaped = (text: string) => text.replace(/\\([^\w\s])/g, '$1')

const PAGE =
  /youtu\.?be|bilibili|\/\/(www\.)?(x|twitter)\.com|tradingview|spotify|podbean|\/p\/[^/.]+$|\.(mp3|m4a|aac|ogg|opus|wav|flac|mp4|m4v|webm|ogv|mov)(\?|$)/i

/** Whether the address in an image is that of something to embed. */
export const isEmbed = (url: string) => PAGE.test(url)

/** Whether the image was uploaded to this site, which can read it then. */
export function isUploaded(url: string): boolean {
  return /(^|\/)media\/[0-9a-f]{32}(-\d+w)?\.webp$/.test(url)
}

/** The alternative text that a file's name suggests; empty for names that say nothing. */
export function altFrom(filename: string): string {
  const name = filename
    .replace(/\.[a-z0-9]+$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return /^(image|img|dsc|dscn|photo|screenshot|screen shot|pasted|untitled|clipboard)?[\s\d()., ]*$|[0-9a-f]{8,}/i.test(
    name,
  )
    ? ''
    : name
}

/** Signs that would end the address in Markdown. */
const encoded = (url: string) =>
  url.replace(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
