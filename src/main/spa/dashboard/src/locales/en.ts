import { byArea } from '@quaily/shared/i18n'
import shared from '@quaily/shared/locales/en'

export default {
  ...shared,
  ...byArea(import.meta.glob('./en/*.json', { eager: true, import: 'default' })),
}
