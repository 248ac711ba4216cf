import type { Area } from '../../areas'

export default {
  routes: [
    {
      path: 'lists/:list/settings/channel',
      name: 'settings-social',
      component: () => import('./SocialPage.vue'),
      meta: { settings: { text: 'social.tab', order: 30 } },
    },
    {
      path: 'lists/:list/settings/webhooks',
      name: 'settings-webhooks',
      component: () => import('./WebhooksPage.vue'),
      meta: { settings: { text: 'webhooks.tab', order: 35 } },
    },
    {
      path: 'connect/:service',
      name: 'connect-return',
      component: () => import('./ConnectReturn.vue'),
      meta: { bare: true },
    },
  ],
} satisfies Area
