import { useDebounced } from '@quaily/shared/composables'
import type { Command } from '@quaily/shared/ui'
import { FileText } from '@lucide/vue'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { listPosts, type Post } from '../areas/posts/posts'
import { useChannels } from '../channels'

const AT_MOST = 6

/** Posts of the current channel that hold what is typed into the palette. */
export function useFoundPosts() {
  const { t } = useI18n()
  const router = useRouter()
  const channels = useChannels()
  const found = shallowRef<{ text: string; list: string; posts: readonly Post[] }>()
  let asked = ''

  const ask = useDebounced(async (text: string) => {
    const list = channels.current?.slug
    if (!text || !list) {
      return
    }
    try {
      const { items } = await listPosts(list, { q: text }, 0, AT_MOST)
      // What came late is no answer to what is typed now.
      if (text === asked) {
        found.value = { text, list, posts: items }
      }
    } catch (error) {
      console.warn(error)
    }
  }, 200)

  const commands = computed<Command[]>(() => {
    const { text = '', list = '', posts = [] } = found.value ?? {}
    return posts.map((post) => ({
      id: `post-${post.id}`,
      group: t('posts.title'),
      text: post.title || t('editor.untitled'),
      // The text may be in its body.
      words: text,
      icon: FileText,
      run: () => void router.push({ name: 'post-edit', params: { list, post: post.id } }),
    }))
  })

  function search(text: string) {
    asked = text
    found.value = undefined
    ask(text)
  }

  return { commands, search }
}
