import { useNav } from '@slidev/client'
import { nextTick } from 'vue'
import { STEPS_EVENT } from '../../shared/steps-event.ts'

/** Lets an open print view go over to the steps of its slides, which spares whoever prints a second start. */
export function printSteps(): void {
  const { isPrintMode, isPrintWithClicks, printRange } = useNav()
  if (!isPrintMode.value)
    return
  window.addEventListener(STEPS_EVENT, async (event) => {
    // Slides are set up anew, as if the view had been opened with its steps.
    printRange.value = []
    await nextTick()
    isPrintWithClicks.value = true
    printRange.value = (event as CustomEvent<number[]>).detail
  })
}
