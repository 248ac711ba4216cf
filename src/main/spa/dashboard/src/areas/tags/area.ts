import { Tags } from '@lucide/vue'
import type { Area } from '../../areas'

export default {
  routes: [{ path: 'lists/:list/tags', name: 'tags', component: () => import('./TagList.vue') }],
  navigation: [{ text: 'tags.title', icon: Tags, route: 'tags', order: 15, key: 't' }],
} satisfies Area
