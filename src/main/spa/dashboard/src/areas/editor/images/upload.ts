import { ApiError } from '@quaily/shared/api'
import { useSession } from '@quaily/shared/session'

/** What the server accepts. */
export const LARGEST = 5 * 1024 * 1024
export const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/x-icon']

export const isImage = (file: File) => file.type.startsWith('image/')

/**
 * Sends an image to the server.
 *
 * @param onProgress is told the share that has been sent, 0 to 1
 * @returns its address
 */
export async function upload(
  file: File,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<string> {
  const { source } = useSession()
  const token = await source.token()
  try {
    return await send(file, token, onProgress, signal)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) {
      throw error
    }
    const renewed = await source.renew(token)
    if (!renewed) {
      throw error
    }
    return send(file, renewed, onProgress, signal)
  }
}

/** `fetch` does not tell how much of a request has been sent. */
function send(
  file: File,
  token: string,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file, file.name || 'image')
    request.open('POST', '/api/attachments')
    request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onerror = () => reject(ApiError.unreachable(new Error('no answer')))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve((JSON.parse(request.responseText) as { data: { view_url: string } }).data.view_url)
      } else {
        const response = new Response(request.responseText, { status: request.status })
        void ApiError.of(response).then(reject)
      }
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

/** A file as an address that a page may show before it has been sent. */
export function dataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(file)
  })
}
