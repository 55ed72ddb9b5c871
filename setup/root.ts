import { defineRootSetup } from '@slidev/types'
import { announceSlides } from '../src/slidev/client/announce.ts'
import { followCompanion } from '../src/slidev/client/follow-companion.ts'

/** What every deck does besides showing slides. */
export default defineRootSetup(() => {
  announceSlides()
  followCompanion()
})
