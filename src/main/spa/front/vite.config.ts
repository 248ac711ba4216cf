import { defineConfig, mergeConfig } from 'vite'
import { application } from '../vite.shared.ts'
import { shells } from './shells.ts'

export default defineConfig(mergeConfig(application('front'), { plugins: [shells()] }))
