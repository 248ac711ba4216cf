import { defineConfig, mergeConfig } from 'vite'
import { application } from '../vite.shared.ts'

// Modules with lasting names, which pages load; what they need later lies under names with a hash.
export default defineConfig(
  mergeConfig(application('widget'), {
    build: {
      rollupOptions: {
        input: {
          widget: new URL('./src/main.ts', import.meta.url).pathname,
          embed: new URL('./src/embed.ts', import.meta.url).pathname,
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  }),
)
