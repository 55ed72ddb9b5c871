import type { InkPage } from '../../shared/ink.ts'
import type { FollowerView, SlideMarkup } from '../../shared/live.ts'
import type { Room } from '../hub.ts'
import type { Streams } from '../streams.ts'
import type { ToRelay } from './relay-message.ts'
import { Buffer } from 'node:buffer'
import { changeInk, newInkPage } from '../../shared/ink.ts'
import { message } from '../streams.ts'

type Sent<Kind extends ToRelay['kind']> = Extract<ToRelay, { kind: Kind }>

/** What a relay holds of a talk: what the room was shown, and nothing else. */
export interface HeldTalk {
  room: Omit<Room, 'follow'>
  take: (sent: Exclude<ToRelay, Sent<'done'>>) => void
  /** The whole page of which something was drawn. */
  pageOf: (sent: Sent<'ink'>) => Sent<'page'> | undefined
  /** Of its files. */
  bytes: () => number
}

export function createHeldTalk(followers: Streams): HeldTalk {
  const slides = new Map<string, SlideMarkup>()
  const files = new Map<string, Uint8Array>()
  const ink = new Map<string, InkPage>()
  let view: FollowerView | undefined
  let lastSlide: string | undefined
  let talk = ''
  let bytes = 0

  const slideHere = () => {
    const { at } = view ?? {}
    const markup = at && slides.get(`${at.number}/${at.click}`)
    return markup && message('slide', { ...at, ...markup })
  }

  /** Another talk leaves nothing of the one before. */
  function begin(next: string): void {
    if (next === talk)
      return
    talk = next
    slides.clear()
    files.clear()
    ink.clear()
    bytes = 0
  }

  function show(next: FollowerView): void {
    view = next
    const slide = slideHere()
    followers.tell('view', view, slide === lastSlide ? undefined : slide)
    lastSlide = slide
  }

  /** What does not follow on what is here comes as a whole page with the next view. */
  function draw({ message: told }: Sent<'ink'>): void {
    const key = `${told.number}/${told.board}`
    const page = ink.get(key) ?? newInkPage()
    if (page.version + 1 === told.version && changeInk(page, told.change))
      ink.set(key, page)
    followers.pass(message('ink', told))
  }

  function keepFile({ path, bytes: text }: Sent<'file'>): void {
    const content = Buffer.from(text, 'base64')
    bytes += content.length
    files.set(path, content)
  }

  return {
    room: {
      followers,
      firstOfFollower: () => [slideHere() ?? '', view ? message('view', view) : ''],
      shownSlide(number, click) {
        const wasShown = view?.seen.some(([seen, most]) => seen === number && click <= most)
        return wasShown ? slides.get(`${number}/${click}`) : undefined
      },
      shownInk: (number, board) => ink.get(`${number}/${board}`),
      mayHave: file => files.has(file),
      made: file => files.get(file),
    },
    take(sent) {
      begin(sent.kind === 'view' ? sent.view.talk : sent.talk)
      switch (sent.kind) {
        case 'view':
          if (sent.slide)
            slides.set(`${sent.slide.number}/${sent.slide.click}`, sent.slide.markup)
          return show(sent.view)
        case 'page':
          return void ink.set(`${sent.number}/${sent.board}`, sent.page)
        case 'ink':
          return draw(sent)
        case 'slide':
          return void slides.set(`${sent.number}/${sent.click}`, sent.markup)
        case 'file':
          return keepFile(sent)
      }
    },
    pageOf({ message: { number, board } }) {
      const page = ink.get(`${number}/${board}`)
      return page && { kind: 'page', talk, number, board, page }
    },
    bytes: () => bytes,
  }
}
