/** A setting that a writer enters for a service. */
export interface ServiceField {
  /** Its name in the API, and the end of the key of its text. */
  name: string
  /** Never shown again once it is saved. */
  isSecret?: boolean
  optional?: boolean
}

/** A service that posts are pushed to. */
export interface Service {
  key: string
  title: string
  fields: readonly ServiceField[]
  /** Whether an account is connected at the service, if the site has an application there. */
  byConnect?: boolean
}

const secret = (name: string, optional = false): ServiceField => ({
  name,
  isSecret: true,
  optional,
})
const text = (name: string, optional = false): ServiceField => ({ name, optional })

export const SERVICES: readonly Service[] = [
  {
    key: 'telegram',
    title: 'Telegram',
    fields: [
      text('telegram_channel_id'),
      secret('telegram_bot_token'),
      text('telegram_channel_url', true),
    ],
  },
  {
    key: 'discord',
    title: 'Discord',
    fields: [
      secret('discord_webhook_url', true),
      text('discord_channel_id', true),
      secret('discord_bot_token', true),
      text('discord_channel_invite_url', true),
    ],
  },
  {
    key: 'slack',
    title: 'Slack',
    byConnect: true,
    fields: [
      secret('slack_webhook_url', true),
      text('slack_channel_id', true),
      secret('slack_access_token', true),
      text('slack_channel_invite_url', true),
    ],
  },
  {
    key: 'line',
    title: 'LINE',
    fields: [
      text('line_channel_id'),
      text('line_assertion_signing_key', true),
      secret('line_channel_secret', true),
      text('line_test_user_id', true),
      text('line_channel_url', true),
    ],
  },
  {
    key: 'bluesky',
    title: 'Bluesky',
    fields: [
      text('bluesky_username'),
      secret('bluesky_password'),
      text('bluesky_service_url', true),
    ],
  },
  {
    key: 'twitter',
    title: 'X',
    byConnect: true,
    fields: [secret('twitter_access_token', true), text('twitter_account_url', true)],
  },
  {
    key: 'mastodon',
    title: 'Mastodon',
    fields: [
      text('mastodon_server_url'),
      secret('mastodon_access_token'),
      text('mastodon_profile_url', true),
    ],
  },
]

/** What the API says about a service. */
export interface ServiceState {
  service: string
  enabled: boolean
  complete: boolean
  offered_by_site: boolean
  broken: boolean
  account: string
  message: string
  checked_at: string | null
  retry_at: string | null
}

/** The settings of all services, by their names; secrets are missing. */
export type SocialSettings = Record<string, unknown> & { secrets_set?: string[] }

/** What is in the fields when a form opens. */
export function valuesOf(service: Service, settings: SocialSettings): Record<string, string> {
  return Object.fromEntries(
    service.fields.map(({ name, isSecret }) => {
      const value = isSecret ? '' : settings[name]
      return [name, typeof value === 'string' ? value : '']
    }),
  )
}

/**
 * What is sent to switch a service on. A secret that is left empty stays as it is; a bot of the writer's own goes before
 * the site's.
 */
export function bodyOf(
  service: Service,
  values: Record<string, string>,
  settings: SocialSettings,
): Record<string, unknown> {
  const body: Record<string, unknown> = { [`${service.key}_channel_enabled`]: true }
  for (const { name, isSecret } of service.fields) {
    const value = (values[name] ?? '').trim()
    if (!isSecret || value) {
      body[name] = value
    }
  }
  if (service.key === 'telegram') {
    const has = settings.secrets_set?.includes('telegram_bot_token') ?? false
    body.telegram_custom_bot_enabled = has || Boolean(body.telegram_bot_token)
  }
  return body
}

/** What is sent to switch a service off and forget its secrets. */
export function disconnection(service: Service): Record<string, unknown> {
  const secrets = service.fields.filter((field) => field.isSecret).map(({ name }) => [name, ''])
  return {
    ...Object.fromEntries(secrets),
    [`${service.key}_channel_enabled`]: false,
    ...(service.key === 'telegram' && { telegram_custom_bot_enabled: false }),
  }
}

/** How a service stands: the end of the key of its text. */
export function standingOf(state: ServiceState, now = Date.now()): string {
  if (!state.enabled) {
    return 'off'
  }
  if (!state.complete) {
    return 'incomplete'
  }
  if (state.broken) {
    return 'broken'
  }
  if (state.retry_at && Date.parse(state.retry_at) > now) {
    return 'waiting'
  }
  return 'on'
}
