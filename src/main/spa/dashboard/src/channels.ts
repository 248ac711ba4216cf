import { answer, type Channel } from '@quaily/shared/api'
import { remembered } from '@quaily/shared/composables'
import { useSession } from '@quaily/shared/session'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { api } from './api'

/** What stands in addresses for the channel last used. */
export const CURRENT = '@current'

const lastUsed = remembered<string>('channel', '')

/** The channels that the person writes for, and which of them is open. */
export const useChannels = defineStore('channels', () => {
  const channels = shallowRef<readonly Channel[] | null>(null)

  const current = computed(
    () =>
      channels.value?.find((channel) => channel.slug === lastUsed.value) ??
      channels.value?.[0] ??
      null,
  )

  async function load(): Promise<readonly Channel[]> {
    const { user } = useSession()
    if (!user) {
      return []
    }
    const found = await answer(api.GET('/users/{id}/lists', { params: { path: { id: user.id } } }))
    channels.value = found as readonly Channel[]
    return channels.value
  }

  /** Opens a channel by its slug or id; false when the person does not write for it. */
  async function open(list: string): Promise<boolean> {
    const all = channels.value ?? (await load())
    const channel = all.find((one) => one.slug === list || String(one.id) === list)
    if (channel) {
      lastUsed.value = channel.slug
    }
    return channel !== undefined
  }

  /** Shows what has just been saved; a new channel is added. */
  function keep(channel: Channel) {
    const others = (channels.value ?? []).filter((one) => one.id !== channel.id)
    if (current.value?.id === channel.id) {
      lastUsed.value = channel.slug
    }
    channels.value = [...others, channel].sort((a, b) => a.id - b.id)
  }

  return {
    /** Null until they are loaded. */
    channels,
    current,
    keep,
    load,
    open,
  }
})

/** The channels whose name or address holds the text. */
export function matchingChannels(channels: readonly Channel[], text: string): readonly Channel[] {
  const fold = (one: string) => one.normalize('NFKC').toLowerCase()
  const wanted = fold(text.trim())
  return channels.filter((channel) =>
    fold(`${channel.title} ${addressOf(channel)}`).includes(wanted),
  )
}

/** Where readers find the channel, as people write it. */
export function addressOf(channel: Channel): string {
  return channel.custom_domain_enabled && channel.domain
    ? channel.domain
    : `${location.host}/${channel.slug}`
}
