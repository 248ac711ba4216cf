import type { Channel } from '@quaily/shared/api'
import { toast, useForm } from '@quaily/shared/ui'
import { reactive, watch, type Reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave } from 'vue-router'
import { useChannels } from '../../channels'
import { useUnsaved } from '../../fields/unsaved'
import { useOwnChannel } from '../../ownChannel'

/**
 * A form about a channel: filled from it, sent with one button, and not left with unsaved changes unasked.
 *
 * @param names wire names of the fields that the form shows
 * @param read the fields as the channel has them
 * @param send saves the fields; answers the channel as it is then
 */
export function useChannelForm<Fields extends object, Name extends string>(
  names: readonly Name[],
  read: (channel: Channel | undefined) => Fields,
  send: (list: string, fields: Reactive<Fields>) => Promise<Channel>,
) {
  const { t } = useI18n()
  const channels = useChannels()
  const { list, channel, isOwner } = useOwnChannel()
  const fields = reactive(read(channel.value))
  const unsaved = useUnsaved(() => fields)

  function fill() {
    Object.assign(fields, read(channel.value))
    unsaved.saved()
  }
  watch(() => channel.value?.id, fill)

  const form = useForm(names, async () => {
    channels.keep(await send(list.value, fields))
    fill()
    toast({ text: t('settings.saved') })
  })

  onBeforeRouteLeave(() => unsaved.mayLeave())
  return { fields, form, list, channel, isOwner }
}
