// What every page of the site does: it knows where a reader was, searches the course, walks through steps, and keeps
// files for use without a network.
import { setUpOffline } from './offline.ts'
import { followReading, offerReadingPlace } from './reading-place.ts'
import { setUpSearch } from './search.ts'
import { setUpSteps } from './steps.ts'

const root = new URL(document.querySelector<HTMLElement>('.search')?.dataset.root ?? './', location.href)

offerReadingPlace(root)
followReading(root)
setUpSearch(root)
setUpSteps()
setUpOffline(root)
