import { byArea } from '@quaily/shared/i18n'
import shared from '@quaily/shared/locales/ja'

export default {
  ...shared,
  ...byArea(import.meta.glob('./ja/*.json', { eager: true, import: 'default' })),
}
