import type { InkMessage } from '../../../src/shared/ink-pages.ts'
import type { InkPage } from '../../../src/shared/ink.ts'
import type { FollowerView, Place } from '../../../src/shared/live.ts'
import { createInkLayer } from '../../../src/shared/ink-layer.ts'
import { createInkPages } from '../../../src/shared/ink-pages.ts'
import { seenStrokes } from '../../../src/shared/ink.ts'
import { element } from './dom.ts'
import { say } from './words.ts'

/** What is drawn over the slide of a page that follows. */
export interface RoomInk {
  list: (view: FollowerView) => void
  take: (message: InkMessage) => void
  show: (place: Place, shape: { width: number, height: number }) => void
}

/** @param slide element of the slide */
export function createRoomInk(slide: HTMLElement): RoomInk {
  const layer = createInkLayer()
  const sheet = element('div', { className: 'sheet', role: 'img' }, layer.svg)
  slide.after(sheet)
  let place: Place | undefined
  let talk = ''
  const pages = createInkPages({
    async fetchPage(number, board) {
      const response = await fetch(`/room/ink/${number}/${board}`)
      return response.ok ? await response.json() as InkPage : undefined
    },
    onChange: draw,
  })

  function draw(): void {
    if (!place)
      return
    const { board, click } = place
    const strokes = seenStrokes(pages.page(place), board ? undefined : click)
    layer.show(strokes)
    sheet.hidden = !board && !strokes.length
    sheet.classList.toggle('board', board !== undefined)
    sheet.setAttribute('aria-label', board ? say('blankPage', { number: board }) : say('drawn'))
  }
  return {
    list(view) {
      if (view.talk !== talk)
        pages.clear()
      talk = view.talk
      pages.list(view.ink)
      draw()
    },
    take: pages.take,
    show(next, { width, height }) {
      place = next
      layer.setShape(width, height)
      draw()
    },
  }
}
