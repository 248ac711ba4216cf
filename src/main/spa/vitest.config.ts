import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue(), vueI18n({ include: ['*/src/locales/**/*.json'] })],
  test: {
    environment: 'happy-dom',
    include: ['*/src/**/*.test.ts'],
    restoreMocks: true,
  },
})
