import type { ComponentPublicInstance } from 'vue'
import { defineAppSetup } from '@slidev/types'

/** Says on which slide a component fails; a build reads the first line and stops. */
export default defineAppSetup(({ app }) => {
  const failed = new WeakSet<object>()
  app.config.errorHandler = (error, instance) => {
    console.error(error)
    // What fails in setting up fails again in drawing, in words that explain nothing.
    if (!instance || failed.has(instance.$))
      return
    failed.add(instance.$)
    const words = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error)
    const number = slideNumber(instance)
    if (number !== undefined)
      console.error(`Slide ${number} cannot be shown: ${words}`)
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
