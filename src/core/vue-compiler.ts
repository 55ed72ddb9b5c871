import { onDemand } from './on-demand.ts'

/** Vue's compiler of components: most courses have none in whose templates anything is drawn. */
export const vueCompiler = onDemand<typeof import('vue/compiler-sfc')>('vue/compiler-sfc')
