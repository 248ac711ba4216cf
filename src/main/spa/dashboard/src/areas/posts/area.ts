import { FilePlus, FileText } from '@lucide/vue'
import type { Area } from '../../areas'

export default {
  routes: [{ path: 'lists/:list/posts', name: 'posts', component: () => import('./PostList.vue') }],
  navigation: [
    { text: 'posts.title', icon: FileText, route: 'posts', order: 10, onPhones: true, key: 'p' },
  ],
  commands: (t, router) => [
    {
      id: 'new-post',
      group: t('shell.act'),
      text: t('posts.new'),
      icon: FilePlus,
      keys: 'N',
      run: () => void router.push('/lists/@current/posts/new'),
    },
  ],
  keys: [
    { keys: 'N', text: 'posts.new' },
    { keys: '/', text: 'posts.search' },
    { keys: 'J K', text: 'posts.keys.move' },
    { keys: 'X', text: 'posts.keys.select' },
    { keys: 'Shift X', text: 'posts.keys.range' },
  ],
} satisfies Area
