import type { Channel, Schema, User } from '@quaily/shared/api'
import { call } from '../../api'

/** Somebody who writes for the channel, or is asked to. */
export interface Writer {
  id: number
  name: string
  avatar: string
  isInvited: boolean
}

const base = (list: string) => `/lists/${encodeURIComponent(list)}`

/** The cooperators, and those who have not answered yet. */
export async function listWriters(list: string): Promise<Writer[]> {
  const [channel, invited] = await Promise.all([
    call<Channel>('get', base(list)),
    call<Schema<'InvitedView'>[]>('get', `${base(list)}/cooperators/invited`),
  ])
  const waiting = await Promise.all(invited.map(({ user_id: id }) => invitedWriter(id)))
  return [...channel.cousers.map((user) => writerOf(user, false)), ...waiting]
}

/** Who does not show up in public has no name here. */
async function invitedWriter(id: number): Promise<Writer> {
  try {
    return writerOf(await call<User>('get', `/users/${id}`), true)
  } catch {
    return { id, name: '', avatar: '', isInvited: true }
  }
}

const writerOf = (user: User, isInvited: boolean): Writer => ({
  id: user.id,
  name: user.name,
  avatar: user.avatar_image_url,
  isInvited,
})

/** Those who are not among them are invited, and the others are no longer cooperators. */
export const saveWriters = (list: string, ids: readonly number[]) =>
  call<Channel>('put', `${base(list)}/cooperators`, { body: { cooperators: ids } })

/** The subscribers of one's own channels with this address: one or none. */
export const findByEmail = (email: string) =>
  call<User[]>('get', '/users/query', { query: { email } })

/** Ends one's own cooperation, or declines an invitation. */
export const leave = (list: string) => call('delete', `${base(list)}/cooperation`)

export const accept = (list: string) => call<Channel>('post', `${base(list)}/cooperation`)
