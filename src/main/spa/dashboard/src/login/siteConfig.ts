import { answer, createApi, type SiteConfig } from '@quaily/shared/api'

/** Without the session: a call with a token that was refused would wait for the login that asks this. */
const strangers = createApi({
  token: () => Promise.resolve(''),
  renew: () => Promise.resolve(''),
})

/** What the server says of itself to everybody. A puzzle is good once, so this is asked for each time. */
export function loadSiteConfig(): Promise<SiteConfig> {
  return answer(strangers.GET('/c')) as Promise<SiteConfig>
}
