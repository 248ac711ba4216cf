import { answer, type Attachment } from '@quaily/shared/api'
import { api } from '../api'

/** Stores an image on the server; its address. */
export async function uploadImage(file: File): Promise<string> {
  const attachment = (await answer(
    api.POST('/attachments', {
      body: { file: '' },
      bodySerializer: () => {
        const form = new FormData()
        form.append('file', file)
        return form
      },
    }),
  )) as Attachment
  return attachment.view_url
}
