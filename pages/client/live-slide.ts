import type { DeckPlace, DeckReport } from '../../src/shared/companion-messages.ts'
import { say } from './words.ts'

/** The live slide beside a recording. */
export interface LiveSlide {
  show: (place: DeckPlace) => void
}

/**
 * Opens the deck of the lecture in a frame.
 * @param slides ids of the slides by number, from 1
 * @param onMove called where the reader goes to another slide or step in the deck itself
 */
export function openLiveSlide(
  place: HTMLElement,
  start: DeckPlace,
  slides: readonly string[],
  onMove: (place: DeckPlace) => void,
): LiveSlide {
  const frame = document.createElement('iframe')
  let wanted = start
  let ready = false
  const send = () => frame.contentWindow?.postMessage({ docent: 'show', ...wanted }, location.origin)
  window.addEventListener('message', ({ data, origin, source }: MessageEvent<DeckReport>) => {
    if (origin !== location.origin || source !== frame.contentWindow || data?.docent !== 'at')
      return
    if (!ready) {
      ready = true
      send()
    }
    else if (data.byReader) {
      wanted = { number: data.number, click: data.click }
      onMove(wanted)
    }
  })
  frame.title = say('liveSlide')
  frame.src = `deck/index.html?embedded#/${slides[start.number - 1]}?clicks=${start.click}`
  place.append(frame)
  return {
    show({ number, click }) {
      if (wanted.number === number && wanted.click === click)
        return
      wanted = { number, click }
      if (ready)
        send()
    },
  }
}
