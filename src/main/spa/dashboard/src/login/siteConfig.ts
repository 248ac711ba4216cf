import { answer, type SiteConfig } from '@quaily/shared/api'
import { api } from '../api'

/** What the server says of itself to everybody. A puzzle is good once, so this is asked for each time. */
export function loadSiteConfig(): Promise<SiteConfig> {
  return answer(api.GET('/c')) as Promise<SiteConfig>
}
