// What every page of the site does: searches the course, walks through steps, keeps files for use without a network.
import { setUpOffline } from './offline.ts'
import { setUpSearch } from './search.ts'
import { setUpSteps } from './steps.ts'

const root = new URL(document.querySelector<HTMLElement>('.search')?.dataset.root ?? './', location.href)

setUpSearch(root)
setUpSteps()
setUpOffline(root)
