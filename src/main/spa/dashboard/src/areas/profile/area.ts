import type { Area } from '../../areas'

export default {
  routes: [
    { path: 'profile', redirect: '/profile/me' },
    { path: 'profile/me', name: 'profile', component: () => import('./MyProfile.vue') },
    { path: 'profile/account', name: 'account', component: () => import('./AccountPage.vue') },
    { path: 'profile/apikeys', name: 'apikeys', component: () => import('./ApiKeys.vue') },
    { path: 'profile/apps', name: 'apps', component: () => import('./AppsPage.vue') },
    { path: 'profile/sessions', name: 'sessions', component: () => import('./SessionsPage.vue') },
  ],
} satisfies Area
