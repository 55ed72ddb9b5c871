import { configs, useNav } from '@slidev/client'

/** Milliseconds in which a presenter view answers; it is in the same browser. */
const ANSWER = 300

/** What a deck asks the presenter view of its lecture, and is told. */
type Message = 'where' | { page: number, clicks: number }

/**
 * Takes a deck that is opened late to where its presenter view is. Until it knows, it says nothing of itself: its own
 * first slide would pull the presenter back to the beginning.
 */
export function joinPresenter(): void {
  const { isPresenter, isPrintMode, isEmbedded, currentSlideNo, clicks, go } = useNav()
  if (isPrintMode.value || isEmbedded.value || window.parent !== window)
    return
  const channel = new BroadcastChannel(`${String(configs.slidesTitle)} - docent`)
  const deck = globalThis.__docent
  deck.isJoining = !isPresenter.value
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data === 'where') {
      if (isPresenter.value)
        channel.postMessage({ page: currentSlideNo.value, clicks: clicks.value } satisfies Message)
    }
    else if (deck.isJoining) {
      void go(data.page, data.clicks).finally(() => deck.isJoining = false)
    }
  }
  if (!deck.isJoining)
    return
  channel.postMessage('where' satisfies Message)
  setTimeout(() => deck.isJoining = false, ANSWER)
}
