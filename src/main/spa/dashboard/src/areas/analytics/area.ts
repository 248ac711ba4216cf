import { ChartNoAxesColumn } from '@lucide/vue'
import type { Area } from '../../areas'

export default {
  routes: [
    {
      path: 'lists/:list/analytics',
      name: 'analytics',
      component: () => import('./AnalyticsPage.vue'),
    },
    {
      path: 'lists/:list/analytics/posts/:post',
      name: 'analytics-post',
      component: () => import('./PostAnalytics.vue'),
    },
  ],
  navigation: [
    {
      text: 'analytics.title',
      icon: ChartNoAxesColumn,
      route: 'analytics',
      order: 70,
      onPhones: true,
      key: 'a',
    },
  ],
} satisfies Area
