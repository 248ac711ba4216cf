import { byArea } from '../i18n'

export default byArea(import.meta.glob('./en/*.json', { eager: true, import: 'default' }))
