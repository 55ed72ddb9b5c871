// What every page of the site does: it keeps the course for use without a network, and searches it.
import { setUpSearch } from './search.ts'

const root = new URL(document.querySelector<HTMLElement>('.search')?.dataset.root ?? './', location.href)

setUpSearch(root)

if ('serviceWorker' in navigator && /^https?:$/.test(location.protocol))
  navigator.serviceWorker.register(new URL('sw.js', root), { updateViaCache: 'none' }).catch(() => {})
