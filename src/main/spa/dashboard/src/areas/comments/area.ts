import { MessageSquare } from '@lucide/vue'
import type { Area } from '../../areas'

export default {
  routes: [
    {
      path: 'lists/:list/comments',
      name: 'comments',
      component: () => import('./CommentList.vue'),
    },
  ],
  navigation: [
    { text: 'comments.title', icon: MessageSquare, route: 'comments', order: 40, key: 'c' },
  ],
} satisfies Area
