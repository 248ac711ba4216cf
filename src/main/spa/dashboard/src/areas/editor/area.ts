import type { Area } from '../../areas'

const component = () => import('./EditorPage.vue')

export default {
  routes: [
    { path: 'lists/:list/posts/new', name: 'post-new', component, meta: { bare: true } },
    { path: 'lists/:list/posts/:post/edit', name: 'post-edit', component, meta: { bare: true } },
  ],
} satisfies Area
