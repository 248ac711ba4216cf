import { useSession } from '@quaily/shared/session'
import { onScopeDispose, readonly, ref, watch } from 'vue'
import { rememberOption } from './calls'

/** Text only, text and preview, preview only. The first two names are those of the original's clients. */
export const LAYOUTS = ['single_column', 'dual_panels', 'preview'] as const
export type Layout = (typeof LAYOUTS)[number]

const NARROW = '(width < 1024px)'

/** How the desk is divided; remembered for the person. Small screens begin with the text. */
export function useLayout() {
  const { user } = useSession()
  const query = matchMedia(NARROW)
  const isNarrow = ref(query.matches)
  const kept = user?.user_options.editor_layout as Layout | undefined
  const first = kept && LAYOUTS.includes(kept) ? kept : 'single_column'
  const layout = ref<Layout>(isNarrow.value ? 'single_column' : first)

  const update = () => {
    isNarrow.value = query.matches
    if (query.matches && layout.value === 'dual_panels') {
      layout.value = 'single_column'
    }
  }
  query.addEventListener('change', update)
  onScopeDispose(() => query.removeEventListener('change', update))

  watch(layout, (chosen) => {
    if (!isNarrow.value) {
      rememberOption('editor_layout', chosen).catch(console.warn)
    }
  })
  return { layout, isNarrow: readonly(isNarrow) }
}

// Less than this is a phone with its keyboard open.
const LOW = 480

/**
 * Keeps `--keyboard`, the height of an on-screen keyboard that covers the page instead of making it smaller. True while
 * so little is left that all of it belongs to the text.
 */
export function useKeyboard() {
  const viewport = window.visualViewport
  const style = document.documentElement.style
  const isLow = ref(false)
  if (!viewport) {
    return isLow
  }
  const update = () => {
    // A page that is enlarged with two fingers is no keyboard.
    const hidden = viewport.scale > 1.01 ? 0 : innerHeight - viewport.height - viewport.offsetTop
    isLow.value = viewport.height * viewport.scale < LOW
    style.setProperty('--keyboard', `${Math.max(0, Math.round(hidden))}px`)
  }
  viewport.addEventListener('resize', update)
  viewport.addEventListener('scroll', update)
  onScopeDispose(() => {
    viewport.removeEventListener('resize', update)
    viewport.removeEventListener('scroll', update)
    style.removeProperty('--keyboard')
  })
  update()
  return isLow
}
