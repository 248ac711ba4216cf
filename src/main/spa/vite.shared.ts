// What the three applications have in common when they are built.

import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import type { UserConfig } from 'vite'

const workspace = fileURLToPath(new URL('.', import.meta.url))

/**
 * The configuration of an application.
 *
 * @param name of its folder, which is also where its files lie on the site
 */
export function application(name: string): UserConfig {
  const server = process.env.QUAILY_SITE ?? 'http://127.0.0.1:8080'
  return {
    root: resolve(workspace, name),
    base: `/${name}/`,
    plugins: [
      vue(),
      // Texts are compiled here: the pages' policy forbids to make code of texts in the browser.
      vueI18n({ include: [resolve(workspace, '*/src/locales/**/*.json')] }),
    ],
    define: {
      __VUE_OPTIONS_API__: false,
      __VUE_I18N_LEGACY_API__: false,
      __INTLIFY_PROD_DEVTOOLS__: false,
    },
    build: {
      outDir: resolve(workspace, '../../../target/spa', name),
      emptyOutDir: true,
      target: 'es2022',
      // Data addresses for small files would be pictures and fonts that the policy may forbid.
      assetsInlineLimit: 0,
      license: { fileName: 'licenses.md' },
      modulePreload: { polyfill: false },
    },
    server: {
      port: 5173,
      strictPort: true,
      proxy: Object.fromEntries(
        ['/api', '/media', '/assets', '/favicon.svg'].map((path) => [path, { target: server }]),
      ),
    },
  }
}
