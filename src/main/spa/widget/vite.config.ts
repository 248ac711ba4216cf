import { defineConfig, mergeConfig } from 'vite'
import { application } from '../vite.shared.ts'

// One module with a lasting name, which pages load; what it needs later lies under names with a hash.
export default defineConfig(
  mergeConfig(application('widget'), {
    build: {
      rollupOptions: {
        input: { widget: new URL('./src/main.ts', import.meta.url).pathname },
        output: { entryFileNames: '[name].js' },
      },
    },
  }),
)
