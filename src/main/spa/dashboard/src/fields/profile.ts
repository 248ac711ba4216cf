import { answer, type User } from '@quaily/shared/api'
import { useSession } from '@quaily/shared/session'
import { useForm } from '@quaily/shared/ui'
import { reactive } from 'vue'
import { api } from '../api'

/** What others see of the person, as a form. */
export function useProfileForm(done: () => void) {
  const session = useSession()
  const { name = '', bio = '', avatar_image_url = '', social_ids = [] } = session.user ?? {}
  const profile = reactive({
    name,
    bio,
    avatar_image_url,
    social_ids: social_ids.map((one) => ({ name: one.name ?? '', value: one.value ?? '' })),
  })

  const form = useForm(['name', 'bio', 'avatar_image_url', 'social_ids'], async () => {
    const body = {
      ...profile,
      name: profile.name.trim(),
      social_ids: profile.social_ids.filter((one) => one.value.trim()),
    }
    session.show((await answer(api.PUT('/users/me', { body }))) as User)
    done()
  })
  return { profile, form }
}
