import { useSession } from '@quaily/shared/session'
import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteRecordRaw,
} from 'vue-router'
import { areas, navigation } from './areas'
import { CURRENT, useChannels } from './channels'

declare module 'vue-router' {
  interface RouteMeta {
    /** Also for whoever is not signed in. */
    open?: boolean
    /** Fills the window: no side bar. */
    bare?: boolean
    /** Makes it a tab of the settings: the key of its text, and its place. */
    settings?: { text: string; order: number }
  }
}

/** Addresses without a channel that mails and plugins link to. */
const MOVED = ['delivery', 'comments', 'subscribers', 'analytics', 'settings/:rest(.*)*']

export function createDashboardRouter() {
  const router = createRouter({
    history: createWebHistory('/dashboard/'),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
      {
        path: '/',
        name: 'home',
        component: () => import('./shell/NotFound.vue'),
        beforeEnter: goHome,
      },
      {
        path: '/login',
        name: 'login',
        component: () => import('./login/LoginPage.vue'),
        meta: { open: true, bare: true },
      },
      {
        path: '/login/google',
        name: 'login-google',
        component: () => import('./login/GoogleReturn.vue'),
        meta: { open: true, bare: true },
      },
      ...MOVED.map((path) => ({
        path: `/${path}`,
        redirect: (to: { path: string }) => `/lists/${CURRENT}${to.path}`,
      })),
      { path: '/lists/:list', redirect: '/' },
      ...areas.flatMap((area) => area.routes).map(belowRoot),
      { path: '/:rest(.*)*', name: 'not-found', component: () => import('./shell/NotFound.vue') },
    ],
  })
  router.beforeEach(requireSession)
  router.beforeEach(openChannel)
  return router
}

function belowRoot(route: RouteRecordRaw): RouteRecordRaw {
  return { ...route, path: `/${route.path}` }
}

async function requireSession(to: RouteLocationNormalized) {
  const session = useSession()
  if (session.status === 'unknown') {
    await session.start()
  }
  if (!to.meta.open && !session.isSignedIn) {
    return { name: 'login', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  }
  return true
}

/** Puts the channel's slug in place of `@current`, and remembers which channel was used last. */
async function openChannel(to: RouteLocationNormalized) {
  const { list } = to.params
  const channels = useChannels()
  if (typeof list !== 'string') {
    if (!to.meta.open && !channels.channels) {
      // For the side bar only: a screen about the person is as good without it.
      await channels.load().catch(console.warn)
    }
    return true
  }
  if (list === CURRENT) {
    await (channels.channels ?? channels.load())
    return channels.current
      ? {
          path: to.path.replace(CURRENT, channels.current.slug),
          query: to.query,
          hash: to.hash,
          replace: true,
        }
      : { name: 'home' }
  }
  return (
    (await channels.open(list)) || {
      name: 'not-found',
      params: { rest: to.path.split('/').slice(1) },
    }
  )
}

/** The first screen of the channel last used; whoever has none yet is led to one. */
async function goHome() {
  const channels = useChannels()
  await (channels.channels ?? channels.load())
  const first = navigation[0]
  return first && channels.current
    ? { name: first.route, params: { list: channels.current.slug } }
    : { name: 'start' }
}

/** Where to go after signing in: a path of the dashboard, never of another site. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/'
}
