import { byArea } from '../i18n'

export default byArea(import.meta.glob('./ja/*.json', { eager: true, import: 'default' }))
