import { createApi } from '@quaily/shared/api'
import { useSession } from '@quaily/shared/session'

/** The API with the session of this page. */
export const api = createApi({
  token: () => useSession().source.token(),
  renew: (refused) => useSession().source.renew(refused),
})
