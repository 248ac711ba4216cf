import { createRouter, createWebHistory } from 'vue-router'
import NotHere from './NotHere.vue'

/** Readers' pages have addresses of their own all over the site, so the router begins at the root. */
export function createFrontRouter() {
  return createRouter({
    history: createWebHistory('/'),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [{ path: '/:rest(.*)*', component: NotHere }],
  })
}
