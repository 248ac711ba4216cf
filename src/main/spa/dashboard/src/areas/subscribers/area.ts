import { Users } from '@lucide/vue'
import type { Area } from '../../areas'

export default {
  routes: [
    {
      path: 'lists/:list/subscribers',
      name: 'subscribers',
      component: () => import('./SubscriberList.vue'),
    },
    {
      path: 'lists/:list/subscribers/import',
      name: 'subscribers-import',
      component: () => import('./ImportPage.vue'),
    },
  ],
  navigation: [
    {
      text: 'subscribers.title',
      icon: Users,
      route: 'subscribers',
      order: 18,
      onPhones: true,
      key: 'b',
    },
  ],
} satisfies Area
