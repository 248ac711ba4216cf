import { watchEffect } from 'vue'
import { remembered } from './remembered'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const theme = remembered<Theme>('theme', 'system')

/** Light, dark or as the system is; remembered by the browser. */
export function useTheme() {
  return { theme }
}

/** Makes the page follow the theme; to be called once, at the start. */
export function startTheme() {
  watchEffect(() => {
    if (theme.value === 'system') {
      delete document.documentElement.dataset.theme
    } else {
      document.documentElement.dataset.theme = theme.value
    }
  })
}
