import { Feather } from '@lucide/vue'
import type { Area } from '../../areas'

export default {
  routes: [{ path: 'lists/:list/notes', name: 'notes', component: () => import('./NoteList.vue') }],
  navigation: [{ text: 'notes.title', icon: Feather, route: 'notes', order: 50, key: 'n' }],
} satisfies Area
