import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { root: '/work/wt/web', include: ['tests/e2e/web*.test.ts'], globalSetup: ['tests/e2e/dev-setup.ts'], fileParallelism: false, testTimeout: 30000 } })
