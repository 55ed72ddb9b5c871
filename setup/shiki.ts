import { defineShikiSetup } from '@slidev/types'

/** Code is highlighted to its end, however busy the machine is: Shiki would leave plain what takes half a second. */
export default defineShikiSetup(() => ({ tokenizeTimeLimit: 0 }))
