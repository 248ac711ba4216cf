import { api } from '../api'

/** Hands a text to the browser as a file. */
export function saveText(name: string, text: string, type = 'text/csv;charset=utf-8') {
  saveBlob(name, new Blob([text], { type }))
}

/** Fetches a file of the API, which wants to know who asks, and hands it to the browser. */
export async function download(path: string, name: string): Promise<void> {
  const { data } = await api.request('get', path as never, { parseAs: 'blob' } as never)
  saveBlob(name, data as unknown as Blob)
}

function saveBlob(name: string, blob: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
