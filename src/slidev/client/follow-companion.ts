import type { DeckReport, DeckRequest } from '../../shared/companion-messages.ts'
import { useNav } from '@slidev/client'
import { watch } from 'vue'
import { useRouter } from 'vue-router'

// What is read beside a deck must not keep the screen awake.
if (window.parent !== window)
  Object.defineProperty(navigator, 'wakeLock', { value: { request: () => new Promise(() => {}) } })

/** Milliseconds after a key or a click in which a move is the reader's. */
const READER = 1000

/**
 * Lets the page of a recorded talk lead the deck in its frame, and tells it where the deck is.
 * Only pages of the same site are listened to.
 */
export function followCompanion(): void {
  if (window.parent === window)
    return
  const { currentSlideNo, clicks, go } = useNav()
  // Going back leads through the page's moments, not through the deck's.
  const router = useRouter()
  router.push = to => router.replace(to)
  let lastInput = Number.NEGATIVE_INFINITY
  for (const type of ['keydown', 'pointerdown', 'wheel', 'touchend'])
    window.addEventListener(type, () => lastInput = performance.now(), { capture: true, passive: true })

  window.addEventListener('message', ({ data, origin, source }: MessageEvent<DeckRequest>) => {
    if (origin !== location.origin || source !== window.parent || data?.docent !== 'show')
      return
    lastInput = Number.NEGATIVE_INFINITY
    if (data.number !== currentSlideNo.value || data.click !== clicks.value)
      void go(data.number, data.click)
  })

  watch([currentSlideNo, clicks], ([number, click]) => {
    const report: DeckReport = { docent: 'at', number, click, byReader: performance.now() - lastInput < READER }
    window.parent.postMessage(report, location.origin)
  }, { immediate: true })
}
