import { useSession } from '@quaily/shared/session'
import { reportOf } from './sending'

/** Saves the report of a delivery as a file. A link would not carry the session. */
export async function saveReport(list: string, task: number): Promise<void> {
  const token = await useSession().source.token()
  const answer = await fetch(`/api${reportOf(list, task)}`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = `delivery-${task}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
