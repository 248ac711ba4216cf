import { createRouter, createWebHistory } from 'vue-router'
import NotHere from './NotHere.vue'

/** Readers' pages have addresses of their own all over the site, so the router begins at the root. */
export function createFrontRouter() {
  return createRouter({
    history: createWebHistory('/'),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
      {
        path: '/explore/:lang(en|ja|zh)?/:kind(trending)?',
        component: () => import('./explore/ExplorePage.vue'),
      },
      { path: '/search', component: () => import('./search/SearchPage.vue') },
      { path: '/login', component: () => import('./login/LoginPage.vue') },
      {
        path: '/login/google',
        component: () => import('./oauth/GoogleReturn.vue'),
        meta: { bare: true },
      },
      {
        path: '/reading',
        component: () => import('./reading/ReadingPage.vue'),
        meta: { own: true },
      },
      {
        path: '/subscriptions',
        component: () => import('./reading/SubscriptionsPage.vue'),
        meta: { own: true },
      },
      {
        path: '/subscriptions/preferences',
        component: () => import('./preferences/PreferencesPage.vue'),
      },
      {
        path: '/settings',
        component: () => import('./settings/SettingsPage.vue'),
        meta: { own: true },
      },
      { path: '/unsubscribe', component: () => import('./unsubscribe/UnsubscribePage.vue') },
      { path: '/report', component: () => import('./report/ReportPage.vue') },
      {
        path: '/oauth/authorize',
        component: () => import('./oauth/AuthorizePage.vue'),
        meta: { bare: true },
      },
      {
        path: '/oauth/code',
        component: () => import('./oauth/CodePage.vue'),
        meta: { bare: true },
      },
      { path: '/:rest(.*)*', component: NotHere },
    ],
  })
}

/** A path of this host to go on with after a login; never another host's. */
export function safeNext(next: unknown, otherwise = '/reading'): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) {
    return otherwise
  }
  const url = new URL(next, location.origin)
  return url.origin === location.origin ? url.pathname + url.search + url.hash : otherwise
}
