import '@quaily/shared/styles/tokens.css'
import '@quaily/shared/styles/base.css'
import { startTheme } from '@quaily/shared/composables'
import { createTexts } from '@quaily/shared/i18n'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import './lists/lists.css'
import { createDashboardRouter } from './router'

startTheme()

const app = createApp(App)
app.use(createPinia())
app.use(
  await createTexts({
    en: () => import('./locales/en'),
    ja: () => import('./locales/ja'),
    zh: () => import('./locales/zh'),
  }),
)
app.use(createDashboardRouter())
app.mount('#app')
