import { byArea } from '@quaily/shared/i18n'
import shared from '@quaily/shared/locales/zh'

export default {
  ...shared,
  ...byArea(import.meta.glob('./zh/*.json', { eager: true, import: 'default' })),
}
