import type { Channel, User } from '@quaily/shared/api'

export interface ChecklistStep {
  name: 'post' | 'picture' | 'about' | 'social'
  done: boolean
  /** Where it is done. */
  to: string
}

/** What a new writer has done and what is left. */
export function stepsOf(user: User, channel: Channel, published: number): ChecklistStep[] {
  const settings = `/lists/${channel.slug}/settings/general`
  return [
    { name: 'post', done: published > 0, to: `/lists/${channel.slug}/posts/new` },
    { name: 'about', done: Boolean(channel.description), to: settings },
    { name: 'picture', done: Boolean(channel.avatar_image_url), to: settings },
    { name: 'social', done: user.social_ids.length > 0, to: '/profile/me' },
  ]
}
