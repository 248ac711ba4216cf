import '@quaily/shared/styles/tokens.css'
import '@quaily/shared/styles/base.css'
import './front.css'
import { startTheme } from '@quaily/shared/composables'
import { createTexts, preferredLanguage } from '@quaily/shared/i18n'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { languageOfPath } from './pages'
import { createFrontRouter } from './router'

startTheme()

const app = createApp(App)
app.use(createPinia())
app.use(
  await createTexts(
    {
      en: () => import('./locales/en'),
      ja: () => import('./locales/ja'),
      zh: () => import('./locales/zh'),
    },
    languageOfPath(location.pathname) ?? preferredLanguage(),
  ),
)
const router = createFrontRouter()
app.use(router)
// The shell of the page stands until the page itself can take its place.
await router.isReady()
app.mount('#app')
