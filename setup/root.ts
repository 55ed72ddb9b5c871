import { defineRootSetup } from '@slidev/types'
import { announceSlides } from './announce.ts'
import { followCompanion } from './companion.ts'

/** What every deck does besides showing slides. */
export default defineRootSetup(() => {
  announceSlides()
  followCompanion()
})
