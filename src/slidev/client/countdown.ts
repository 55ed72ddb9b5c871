/** The custom property that an animation counts down, in whole seconds; styles alone would add a file to each page. */
const SECONDS = '--think-now'

let isRegistered = false

/** Lets animations count `--think-now` in whole numbers, where the browser can. */
export function registerCountdown(): void {
  if (isRegistered || typeof CSS === 'undefined' || !('registerProperty' in CSS))
    return
  isRegistered = true
  CSS.registerProperty({ name: SECONDS, syntax: '<integer>', inherits: true, initialValue: '0' })
}
