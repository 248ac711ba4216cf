import { answer, ApiError, type Channel } from '@quaily/shared/api'
import { useLanguage } from '@quaily/shared/i18n'
import { useForm } from '@quaily/shared/ui'
import { ref } from 'vue'
import { api } from '../api'
import { useChannels } from '../channels'
import { ownTimeZone } from './look'
import { suggestSlug } from './slug'

/** The form of a new channel: a name and an address are enough. */
export function useNewChannel(done: (channel: Channel) => void) {
  const channels = useChannels()
  const { language } = useLanguage()
  const title = ref('')
  const slug = ref('')

  const form = useForm(['title', 'slug'], async () => {
    if (!title.value.trim()) {
      throw new ApiError(422, { code: 1003, field: 'title' })
    }
    // Whoever is faster than the suggestion gets it now.
    slug.value ||= await suggestSlug(title.value)
    if (!slug.value) {
      throw new ApiError(422, { code: 1003, field: 'slug' })
    }
    const list_options = { language: language.value, timezone: ownTimeZone() }
    const body = { title: title.value.trim(), slug: slug.value, list_options }
    const channel = (await answer(api.POST('/lists', { body })).catch(aboutSlug)) as Channel
    channels.keep(channel)
    await channels.open(channel.slug)
    done(channel)
  })
  return { title, slug, form }
}

/** An address that is taken is a conflict, which names no field. */
export function aboutSlug(error: unknown): never {
  throw error instanceof ApiError && error.code === 4003
    ? new ApiError(error.status, { code: error.code, field: 'slug' })
    : error
}
