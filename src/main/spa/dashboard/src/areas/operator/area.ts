import type { Area } from '../../areas'

export default {
  routes: [{ path: 'operator/ai', name: 'operator-ai', component: () => import('./AiPage.vue') }],
} satisfies Area
