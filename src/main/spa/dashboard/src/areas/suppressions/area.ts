import type { Area } from '../../areas'

export default {
  routes: [
    {
      path: 'lists/:list/suppressions',
      name: 'suppressions',
      component: () => import('./SuppressionList.vue'),
    },
  ],
} satisfies Area
