import { FileText } from '@lucide/vue'
import type { Area } from '../../areas'

export default {
  routes: [{ path: 'lists/:list/posts', name: 'posts', component: () => import('./PostList.vue') }],
  navigation: [
    { text: 'posts.title', icon: FileText, route: 'posts', order: 10, onPhones: true, key: 'p' },
  ],
} satisfies Area
