import type { ComponentPublicInstance } from 'vue'
import type { Drawn } from '../src/shared/authoring-events.ts'
import { defineAppSetup } from '@slidev/types'
import { DRAWN_EVENT, SAVED_EVENT } from '../src/shared/authoring-events.ts'

/** Of the slide that failed last. */
let failure: string | undefined
function sayDrawn(isNew = false) {
  // Plain Slidev shows a course too.
  if (!globalThis.__docent)
    return
  const lecture = String(globalThis.__docent.config.exportFilename)
  import.meta.hot?.send(DRAWN_EVENT, { isNew, lecture, failure } satisfies Drawn)
}

import.meta.hot?.on('vite:afterUpdate', () => sayDrawn())
import.meta.hot?.on(SAVED_EVENT, () => failure && location.reload())
sayDrawn(true)

/** Says on which slide a component fails: a build reads it and stops, the server for writing shows it there. */
export default defineAppSetup(({ app }) => {
  app.config.globalProperties.$onPaper = new URLSearchParams(location.search).has('print')
  const failed = new WeakSet<object>()
  app.config.errorHandler = (error, instance) => {
    console.error(error)
    // What fails in setting up fails again in drawing, in words that explain nothing.
    if (!instance || failed.has(instance.$))
      return
    failed.add(instance.$)
    const words = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error)
    const number = slideNumber(instance)
    if (number === undefined)
      return
    const message = `Slide ${number} cannot be shown: ${words}`
    console.error(message)
    failure = message
    sayDrawn()
  }
})

/** The number of the slide that a component stands on: the one that Slidev's wrapper around it was given. */
function slideNumber(instance: ComponentPublicInstance | null): number | undefined {
  for (let at = instance; at; at = at.$parent) {
    const { route } = at.$props as { route?: { no?: number } }
    if (route?.no !== undefined)
      return route.no
  }
}
