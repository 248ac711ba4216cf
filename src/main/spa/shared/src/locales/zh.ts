import { byArea } from '../i18n'

export default byArea(import.meta.glob('./zh/*.json', { eager: true, import: 'default' }))
