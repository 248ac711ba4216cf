import { Settings } from '@lucide/vue'
import type { Area } from '../../areas'

export default {
  routes: [
    { path: 'lists/:list/settings', redirect: (to) => `${to.path}/general` },
    // The original's name of the same screen.
    { path: 'lists/:list/settings/brand', redirect: (to) => to.path.replace(/brand$/, 'general') },
    {
      path: 'lists/:list/settings/general',
      name: 'settings-general',
      component: () => import('./GeneralSettings.vue'),
      meta: { settings: { text: 'settings.tab.general', order: 10 } },
    },
    {
      path: 'lists/:list/settings/mail',
      name: 'settings-mail',
      component: () => import('./MailSettings.vue'),
      meta: { settings: { text: 'settings.tab.mail', order: 20 } },
    },
    {
      path: 'lists/:list/settings/onboarding',
      name: 'settings-onboarding',
      component: () => import('./OnboardingSettings.vue'),
      meta: { settings: { text: 'onboarding.tab', order: 25 } },
    },
    {
      path: 'lists/:list/settings/pages',
      name: 'settings-pages',
      component: () => import('./PageSettings.vue'),
      meta: { settings: { text: 'settings.tab.pages', order: 40 } },
    },
    {
      path: 'lists/:list/settings/analytics',
      redirect: (to) => to.path.replace(/analytics$/, 'pages'),
    },
    {
      path: 'lists/:list/settings/comments',
      name: 'settings-comments',
      component: () => import('./CommentSettings.vue'),
      meta: { settings: { text: 'settings.tab.comments', order: 50 } },
    },
    {
      path: 'lists/:list/settings/domain',
      name: 'settings-domain',
      component: () => import('./DomainSettings.vue'),
      meta: { settings: { text: 'settings.tab.domain', order: 60 } },
    },
    {
      path: 'lists/:list/settings/widget',
      name: 'settings-widget',
      component: () => import('./WidgetSettings.vue'),
      meta: { settings: { text: 'settings.tab.widget', order: 70 } },
    },
    {
      path: 'lists/:list/settings/team',
      name: 'settings-team',
      component: () => import('./TeamSettings.vue'),
      meta: { settings: { text: 'settings.tab.team', order: 80 } },
    },
    {
      path: 'lists/:list/settings/data',
      name: 'settings-data',
      component: () => import('./DataSettings.vue'),
      meta: { settings: { text: 'settings.tab.data', order: 90 } },
    },
  ],
  navigation: [
    { text: 'settings.title', icon: Settings, route: 'settings-general', order: 90, key: 's' },
  ],
} satisfies Area
