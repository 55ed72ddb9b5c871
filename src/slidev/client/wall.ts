import type { InkMessage } from '../../shared/ink-pages.ts'
import type { Pointer, WallView } from '../../shared/live.ts'
import type { SlidevNav } from './client.d.ts'
import { watch } from 'vue'
import { offerWall } from '../../shared/swap-windows.ts'
import { createWallCover } from './wall-cover.ts'
import { createWallSheet } from './wall-sheet.ts'

/** Milliseconds after a key or a click in which a move is made by who stands at the wall. */
const BY_HAND = 1000
/** Milliseconds after which a move has come back from the server. */
const SETTLED = 600

/**
 * Shows on a deck what the presenter of its lecture shows; moves that are made on the deck itself move the presenter
 * too, where the browser holds the presenter's secret.
 */
export function followOnWall(lecture: string, nav: SlidevNav): void {
  const { currentSlideNo, currentSlideRoute, clicks, go, router } = nav
  const cover = createWallCover()
  const sheet = createWallSheet(lecture)
  offerWall(lecture, () => location.assign(`/${encodeURIComponent(lecture)}/presenter/`))
  const events = new EventSource(`/live/events?as=wall&lecture=${encodeURIComponent(lecture)}`)
  let lastInput = Number.NEGATIVE_INFINITY
  let lastMove = Number.NEGATIVE_INFINITY
  let waiting: ReturnType<typeof setTimeout> | undefined
  let shown = ''
  let view: WallView | undefined
  const act = (action: Record<string, unknown>) => void fetch('/live/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lecture, ...action }),
  }).catch(() => undefined)
  for (const type of ['keydown', 'pointerdown', 'wheel', 'touchend'])
    window.addEventListener(type, () => lastInput = performance.now(), { capture: true, passive: true })

  function show(): void {
    const place = JSON.stringify([view?.talk, view?.at])
    if (!view?.at || place === shown)
      return
    shown = place
    lastInput = Number.NEGATIVE_INFINITY
    const { number, click } = view.at
    void router.isReady().then(() => {
      if (number !== currentSlideNo.value || click !== clicks.value)
        void go(number, click)
    })
  }

  events.addEventListener('view', ({ data }: MessageEvent<string>) => {
    view = JSON.parse(data) as WallView
    cover.show(view)
    void router.isReady().then(() => view && sheet.show(view))
    // Moves by hand are on their way there and back: only where they end counts.
    clearTimeout(waiting)
    waiting = setTimeout(show, Math.max(0, lastMove + SETTLED - performance.now()))
  })
  events.addEventListener('ink', ({ data }: MessageEvent<string>) => sheet.draw(JSON.parse(data) as InkMessage))
  events.addEventListener('point', ({ data }: MessageEvent<string>) => {
    cover.point(JSON.parse(data || 'null') as Pointer | null)
  })

  watch([currentSlideNo, clicks], ([number, click]) => {
    if (performance.now() - lastInput > BY_HAND)
      return
    const { frontmatter } = currentSlideRoute.value?.meta.slide as unknown as { frontmatter: { routeAlias?: string } }
    shown = ''
    lastMove = performance.now()
    act({ do: 'go', slide: frontmatter.routeAlias ?? String(number), click })
  })

  // A clicker whose window is this one darkens the wall too.
  window.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
    if (!view || ctrlKey || metaKey || altKey || (target as Element).matches('input, textarea, [contenteditable]'))
      return
    if (key === 'b' || key === '.')
      act({ do: 'blank', color: view.blank === 'black' ? 'off' : 'black' })
    else if (key === 'Escape' && view.blank !== 'off')
      act({ do: 'blank', color: 'off' })
  })
}
