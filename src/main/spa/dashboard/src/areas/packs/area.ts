import { Library } from '@lucide/vue'
import type { Area } from '../../areas'

export default {
  routes: [
    { path: 'lists/:list/packs', name: 'packs', component: () => import('./PackList.vue') },
    { path: 'lists/:list/packs/new', name: 'pack-new', component: () => import('./PackPage.vue') },
    { path: 'lists/:list/packs/:pack', name: 'pack', component: () => import('./PackPage.vue') },
  ],
  navigation: [{ text: 'packs.title', icon: Library, route: 'packs', order: 60, key: 'k' }],
} satisfies Area
