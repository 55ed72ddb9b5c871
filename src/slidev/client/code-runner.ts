import { defineAsyncComponent } from 'vue'

/** Runs code of a slide and shows what it prints; loaded only where code is run. */
// @ts-expect-error -- Slidev's sources do not compile under strict settings, and this one is no part of its types.
export const CodeRunner = defineAsyncComponent(() => import('@slidev/client/internals/CodeRunner.vue'))

/** What is there once code has been run. */
export const RUN_OUTPUT = '.slidev-runner-output'
