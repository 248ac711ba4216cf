import { useSession } from '@quaily/shared/session'
import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { useChannels } from './channels'

/** The channel of the page's address, and whether it is the person's own: cooperators may do less. */
export function useOwnChannel() {
  const route = useRoute()
  const session = useSession()
  const channels = useChannels()
  const list = computed(() => String(route.params.list))
  const channel = computed(() => channels.channels?.find((one) => one.slug === list.value))
  const isOwner = computed(
    () => channel.value !== undefined && channel.value.user_id === session.user?.id,
  )
  return { list, channel, isOwner }
}
