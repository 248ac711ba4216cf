/** The networks that the original knows, by their names on the wire. */
export const SOCIAL_NETWORKS: Readonly<Record<string, string>> = {
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  twitter: 'X',
  github: 'GitHub',
  instagram: 'Instagram',
  youtube: 'YouTube',
  linkedin: 'LinkedIn',
  facebook: 'Facebook',
  telegram: 'Telegram',
  line: 'LINE',
  weibo: '微博',
  steam: 'Steam',
}
