import { configs, useNav } from '@slidev/client'

/** Milliseconds after which a deck is taken for alone: a presenter view is in the same browser, and answers at once. */
const ALONE = 2000

/** What a deck asks the presenter view of its lecture, and is told. */
type Message = 'where' | { page: number, clicks: number }

/**
 * Takes a deck that is opened late to where its presenter view is. Until it knows, it says nothing of itself: its own
 * first slide would pull the presenter back to the beginning.
 */
export function joinPresenter(): void {
  const { isPresenter, isPrintMode, isEmbedded, currentSlideNo, clicks, go, router } = useNav()
  // In plain Slidev, all windows are in step by its server.
  if (!globalThis.__docent || isPrintMode.value || isEmbedded.value || window.parent !== window)
    return
  const channel = new BroadcastChannel(`${String(configs.slidesTitle)} - docent`)
  const deck = globalThis.__docent
  // Where the router will be it does not know yet. A presenter that said nothing would lead itself to the beginning.
  deck.isJoining = !location.hash.startsWith('#/presenter')
  const end = () => deck.isJoining = false
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data === 'where') {
      if (isPresenter.value)
        channel.postMessage({ page: currentSlideNo.value, clicks: clicks.value } satisfies Message)
    }
    else if (deck.isJoining) {
      void follow(data)
    }
  }
  // The presenter may have moved on meanwhile: it is asked until it is where it was the last time.
  let last = ''
  async function follow(where: { page: number, clicks: number }) {
    if (JSON.stringify(where) === last)
      return end()
    last = JSON.stringify(where)
    await router.isReady()
    await go(where.page, where.clicks)
    if (deck.isJoining)
      channel.postMessage('where' satisfies Message)
  }
  if (!deck.isJoining)
    return
  // Who moves the deck leads it.
  for (const type of ['keydown', 'pointerdown', 'wheel', 'touchstart'])
    window.addEventListener(type, end, { capture: true, once: true, passive: true })
  channel.postMessage('where' satisfies Message)
  setTimeout(end, ALONE)
}
