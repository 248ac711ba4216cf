import { Send } from '@lucide/vue'
import type { Area } from '../../areas'

export default {
  routes: [
    {
      path: 'lists/:list/delivery',
      name: 'delivery',
      component: () => import('./SendingList.vue'),
    },
    {
      path: 'lists/:list/delivery/:task',
      name: 'delivery-report',
      component: () => import('./SendingReport.vue'),
    },
  ],
  navigation: [{ text: 'sending.title', icon: Send, route: 'delivery', order: 20, key: 'd' }],
} satisfies Area
