import type { InkMessage } from '../../shared/ink-pages.ts'
import type { InkPage } from '../../shared/ink.ts'
import type { WallView } from '../../shared/live.ts'
import { createInkLayer } from '../../shared/ink-layer.ts'
import { createInkPages } from '../../shared/ink-pages.ts'
import { seenStrokes } from '../../shared/ink.ts'
import { zoomWindow } from '../../shared/zoom.ts'

/** What lies on the slide itself and grows with it: what is drawn, and blank pages. */
export interface WallSheet {
  show: (view: WallView) => void
  draw: (message: InkMessage) => void
}

/** Slidev's element of the slide, which it lays out at its own size and then scales. */
const SLIDE = 'slide-content'
const MOVE = 'scale .25s ease-out, translate .25s ease-out'

export function createWallSheet(lecture: string): WallSheet {
  const host = document.createElement('div')
  host.style.cssText = 'position:absolute;inset:0;z-index:90;pointer-events:none'
  const root = host.attachShadow({ mode: 'open' })
  const board = document.createElement('div')
  board.style.cssText = 'position:absolute;inset:0;background:light-dark(#fff,#14181f)'
  board.hidden = true
  const layer = createInkLayer()
  root.append(board, layer.svg)
  let view: WallView | undefined
  let talk = ''
  const pages = createInkPages({
    async fetchPage(number, board) {
      const response = await fetch(`/live/ink/${encodeURIComponent(lecture)}/${number}/${board}`)
      return response.ok ? await response.json() as InkPage : undefined
    },
    onChange: draw,
  })

  function draw(): void {
    const slide = document.getElementById(SLIDE)
    if (!slide)
      return
    if (host.parentElement !== slide)
      slide.append(host)
    const at = view?.at ?? { number: 1, click: 0 }
    layer.setShape(slide.offsetWidth, slide.offsetHeight)
    layer.show(seenStrokes(pages.page(at), at.board ? undefined : at.click))
    board.hidden = !at.board
    const zoom = view?.zoom ?? { scale: 1, x: 0.5, y: 0.5 }
    const { scale } = zoom
    const { left, top, size } = zoomWindow(zoom)
    const shift = (edge: number) =>
      `calc(${(scale - 1) * 50}% - ${(edge + size / 2 - 0.5) * scale * 100}% * var(--slidev-slide-scale))`
    Object.assign(slide.style, { transition: MOVE, scale: String(scale), translate: `${shift(left)} ${shift(top)}` })
  }
  return {
    show(next) {
      if (next.talk !== talk)
        pages.clear()
      talk = next.talk
      view = next
      pages.list(next.ink)
      draw()
    },
    draw: pages.take,
  }
}
