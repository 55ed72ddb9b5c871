import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './tests/long-first.ts'

// End-to-end tests share one browser and a few courses, which are built while the unit tests run.
export default defineConfig({
  test: {
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    reporters: ['default', './tests/pdf-ua/verapdf-report.ts', './tests/closing-lines.ts'],
    projects: [
      {
        plugins: [vue()],
        test: {
          name: 'unit',
          // Modules are loaded once for all files of tests; none of them keeps what another could stumble over.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          setupFiles: ['tests/same-examples.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/global-setup.ts'],
          isolate: false,
          setupFiles: ['tests/e2e/tidy-up.ts'],
          sequence: { groupOrder: 1 },
          // They wait for browsers and processes half of their time.
          maxWorkers: '150%',
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
