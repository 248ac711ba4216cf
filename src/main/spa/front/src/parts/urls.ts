import type { Channel, Post } from '@quaily/shared/api'

type Addressed = Pick<Channel, 'slug' | 'custom_domain_enabled' | 'domain' | 'domain_status'>

/** Where readers find a channel: at its own domain once that leads here, else on this site. */
export function channelUrl({
  slug,
  custom_domain_enabled,
  domain,
  domain_status,
}: Addressed): string {
  return custom_domain_enabled && domain && domain_status === 1 ? `https://${domain}` : `/${slug}`
}

export function postUrl(post: Pick<Post, 'slug'> & { list: Addressed }): string {
  return `${channelUrl(post.list)}/p/${encodeURIComponent(post.slug)}`
}
