import type { RoomSlides } from '../../src/live/frozen/room-slides.ts'
import type { LivePages } from '../../src/live/live-pages.ts'
import { Buffer } from 'node:buffer'

/** Steps of each slide of the lecture. */
const CLICKS = [0, 2, 1, 0, 0]

/** Slides that say where they are. */
export function stubSlides(): RoomSlides {
  const has = (number: number, click: number) => click >= 0 && click <= (CLICKS[number - 1] ?? -1)
  return {
    clicks: CLICKS,
    sheets: new Map([['assets/slide-1.css', 'p { color: red }']]),
    stills: new Map(),
    typefaces: [],
    markup: (number, click) => has(number, click)
      ? { html: `<p>slide ${number} step ${click}</p>`, style: '/room/files/assets/slide-1.css', title: '', width: 980, height: 552 }
      : undefined,
    files: number => number === 5 ? ['assets/later.png'] : ['assets/slide-1.css'],
  }
}

export function stubPages(): LivePages {
  return { room: Buffer.from('<p>room</p>'), presenter: Buffer.from('<p>presenter</p>'), files: new Map() }
}
