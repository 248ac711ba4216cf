import { Settings } from '@lucide/vue'
import type { Area } from '../../areas'

export default {
  routes: [
    { path: 'lists/:list/settings', redirect: (to) => `${to.path}/general` },
    {
      path: 'lists/:list/settings/general',
      name: 'settings-general',
      component: () => import('./GeneralSettings.vue'),
    },
  ],
  navigation: [
    { text: 'settings.title', icon: Settings, route: 'settings-general', order: 90, key: 's' },
  ],
} satisfies Area
