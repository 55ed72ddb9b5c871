// What every page of the site does: it searches the course, and keeps it for use without a network.
import { setUpOffline } from './offline.ts'
import { setUpSearch } from './search.ts'

const root = new URL(document.querySelector<HTMLElement>('.search')?.dataset.root ?? './', location.href)

setUpSearch(root)
setUpOffline(root)
