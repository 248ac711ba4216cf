import { Facet } from '@codemirror/state'

/** What the text needs of the page around it. */
export interface Host {
  /** A text of the locale files. */
  say: (key: string, values?: Record<string, string | number>) => string
  /** The person wants to change the image in the line that begins here. */
  openImage: (lineStart: number) => void
  /** Sends a file; resolves with its address. */
  upload: (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<string>
  /** The sentence about a failed call. */
  explain: (error: unknown) => string
}

export const host = Facet.define<Host, Host>({ combine: ([first]) => first as Host })
