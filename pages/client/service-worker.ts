// Keeps what a reader has visited: what a build has named by its content comes from there; everything else is asked
// from the host first, so that a reader with a network never sees an old page, and comes from there where the host does
// not answer. Whoever opens a deck gets all its slides: a room's network may fail. More is kept when asked.
import { fetchPlan, filesOf, isNamedByContent, openKept, urlOf } from './kept-files.ts'

/** What a service worker has that a page has not; the types of both cannot be loaded at once. */
interface OfflineWorker {
  registration: { scope: string }
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: ((type: 'install' | 'activate', listener: (event: LifecycleEvent) => void) => void)
    & ((type: 'fetch', listener: (event: RequestEvent) => void) => void)
}

interface LifecycleEvent { waitUntil: (work: Promise<unknown>) => void }

interface RequestEvent extends LifecycleEvent {
  request: Request
  respondWith: (response: Promise<Response>) => void
}

const worker = globalThis as unknown as OfflineWorker
const scope = worker.registration.scope
const STALE = `${scope}__stale`

/** Milliseconds that the host has to answer where there is a kept answer. */
const PATIENCE = 4000

worker.addEventListener('install', event => event.waitUntil(worker.skipWaiting()))

worker.addEventListener('activate', event => event.waitUntil((async () => {
  await worker.clients.claim()
  await sweep().catch(() => undefined)
})()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  // Recordings are asked in ranges, which a cache cannot answer.
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.headers.has('range'))
    return
  event.respondWith(answer(request))
  const [, slug] = /^([^/]+)\/deck\/(?:index\.html)?$/.exec(pathBelow(request.url)) ?? []
  if (slug && request.mode === 'navigate' && !savesData())
    event.waitUntil(keepDeck(decodeURIComponent(slug)).catch(() => undefined))
})

function pathBelow(url: string): string {
  return new URL(url).href.slice(scope.length).replace(/[?#].*/, '')
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}

async function keepDeck(slug: string): Promise<void> {
  const cache = await openKept(scope)
  for (const file of filesOf(await fetchPlan(scope), slug)) {
    const url = urlOf(file, scope)
    if (isNamedByContent(new URL(url).pathname) && !await cache.match(url))
      await cache.add(url)
  }
}

async function answer(request: Request): Promise<Response> {
  const cache = await openKept(scope)
  const url = new URL(request.url)
  url.hash = url.search = ''
  if (url.pathname.endsWith('/'))
    url.pathname += 'index.html'
  const kept = await cache.match(url)
  if (kept && isNamedByContent(url.pathname))
    return kept
  try {
    const response = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE) } : {})
    const isMedia = /^(?:video|audio)\//.test(response.headers.get('content-type') ?? '')
    if (response.status === 200 && response.type === 'basic' && !isMedia && !url.href.endsWith('/offline.json'))
      await cache.put(url, response.clone())
    return response
  }
  catch (error) {
    if (kept)
      return kept
    throw error
  }
}

/**
 * Throws away what two builds have no use for: a page of the version before that is still open may yet ask for its
 * parts. Pages that nobody has visited since go with what they need, so that none is shown without it.
 */
async function sweep(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(`docent ${scope} `) && !name.endsWith(' kept'))
      await caches.delete(name)
  }
  const cache = await openKept(scope)
  const { files } = await fetchPlan(scope)
  const urls = (await cache.keys()).map(({ url }) => url)
  const unused = urls.filter(url => isNamedByContent(new URL(url).pathname) && !files[decodeURI(pathBelow(url))])
  const before: string[] = await (await cache.match(STALE))?.json() ?? []
  const gone = unused.filter(url => before.includes(url))
  await Promise.all(gone.map(url => cache.delete(url)))
  for (const url of gone.length ? urls.filter(url => url.endsWith('.html')) : []) {
    const text = await (await cache.match(url))?.text() ?? ''
    if (gone.some(asset => text.includes(asset.slice(asset.lastIndexOf('/') + 1))))
      await cache.delete(url)
  }
  await cache.put(STALE, new Response(JSON.stringify(unused.filter(url => !gone.includes(url)))))
}
