import type { Area } from '../../areas'

export default {
  routes: [
    {
      path: 'start',
      name: 'start',
      component: () => import('./StartPage.vue'),
      meta: { bare: true },
    },
  ],
} satisfies Area
