/** The themes of a channel's pages; their colors are in `LookPreview.vue`. */
export const CHANNEL_THEMES = ['paper', 'plain', 'serif'] as const
export type ChannelTheme = (typeof CHANNEL_THEMES)[number]

/** The accent that a theme has by itself, as the server's themes have it. */
export const OWN_ACCENT: Readonly<Record<ChannelTheme, string>> = {
  paper: '#9a3b26',
  plain: '#1a56c4',
  serif: '#6b3a1e',
}

/** Accents to choose from; any other may be mixed. */
export const ACCENTS = [
  '#9a3b26',
  '#b4541a',
  '#7a6200',
  '#1b6249',
  '#1a56c4',
  '#5b3fa8',
  '#a0306b',
] as const

/** How a channel's pages look, and where its times are. */
export interface Look {
  language: string
  theme: ChannelTheme
  accent: string
  timezone: string
}

export function lookOf(options: Record<string, unknown>): Look {
  const theme = CHANNEL_THEMES.find((one) => one === options.theme) ?? 'paper'
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    language: text(options.language) || 'en',
    theme,
    accent: text(options.accent) || OWN_ACCENT[theme],
    timezone: text(options.timezone) || 'UTC',
  }
}

/** The zone of this device. */
export const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** All zones that the browser knows, the given one among them. */
export function timeZones(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
}
