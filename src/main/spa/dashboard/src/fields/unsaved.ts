import { confirm } from '@quaily/shared/ui'
import { onScopeDispose } from 'vue'
import { useI18n } from 'vue-i18n'

/** Asks before a form is left whose fields are no longer what was saved. */
export function useUnsaved(fields: () => unknown) {
  const { t } = useI18n()
  let kept = JSON.stringify(fields())
  const isChanged = () => JSON.stringify(fields()) !== kept

  function onUnload(event: BeforeUnloadEvent) {
    if (isChanged()) {
      event.preventDefault()
    }
  }
  addEventListener('beforeunload', onUnload)
  onScopeDispose(() => removeEventListener('beforeunload', onUnload))

  return {
    saved() {
      kept = JSON.stringify(fields())
    },
    mayLeave: () =>
      !isChanged() ||
      confirm({
        title: t('settings.leave'),
        text: t('settings.leaveText'),
        action: t('settings.leaveAct'),
        danger: true,
      }),
  }
}
