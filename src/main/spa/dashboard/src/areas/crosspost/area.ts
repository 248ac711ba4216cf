import type { Area } from '../../areas'

export default {
  routes: [
    {
      path: 'lists/:list/settings/cross-publish',
      name: 'settings-crosspost',
      component: () => import('./CrossPostSettings.vue'),
      meta: { settings: { text: 'crosspost.tab', order: 55 } },
    },
  ],
} satisfies Area
