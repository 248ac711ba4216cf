import { defineConfig, mergeConfig } from 'vite'
import { application } from '../vite.shared.ts'
import { shells } from './shells.ts'

// Pages have addresses all over the site; what they load lies below /front/.
export default defineConfig(
  mergeConfig(application('front'), {
    base: '/',
    build: { assetsDir: 'front/assets', license: { fileName: 'front/licenses.md' } },
    plugins: [shells()],
  }),
)
