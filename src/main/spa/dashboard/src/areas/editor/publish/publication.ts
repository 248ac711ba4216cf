import { cancelSchedule, publishPost, schedulePost, updatePost } from '../calls'
import type { PostWithMore } from '../draft/fields'

/** When readers get a post. `past` sets its date; `future` is done by the server. */
export type When = 'now' | 'past' | 'future'

/** What is wrong with a time for that choice; undefined when it is good. */
export function faultOf(
  when: When,
  time: string,
  now = Date.now(),
): 'missing' | 'notPast' | 'notFuture' | undefined {
  if (when === 'now') {
    return undefined
  }
  const at = Date.parse(time)
  if (Number.isNaN(at)) {
    return 'missing'
  }
  if (when === 'past') {
    return at > now ? 'notPast' : undefined
  }
  return at <= now ? 'notFuture' : undefined
}

/**
 * Publishes a post that is saved, or sets the time of it.
 *
 * @param time RFC 3339; of no meaning for `now`
 */
export async function publish(
  list: string,
  post: PostWithMore,
  when: When,
  time: string,
): Promise<PostWithMore> {
  if (when === 'future') {
    return schedulePost(list, post.id, time)
  }
  const free = post.scheduled_at ? await cancelSchedule(list, post.id) : post
  return when === 'now'
    ? publishPost(list, post.id)
    : updatePost(list, post.id, { datetime: time, updated_at: free.updated_at })
}
