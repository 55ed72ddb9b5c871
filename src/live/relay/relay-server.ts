import type { IncomingMessage, ServerResponse } from 'node:http'
import type { InkMessage } from '../../shared/ink-pages.ts'
import type { InkPage } from '../../shared/ink.ts'
import type { FollowerView, SlideMarkup } from '../../shared/live.ts'
import type { FollowerAction } from '../actions.ts'
import type { Room } from '../hub.ts'
import type { LivePages } from '../live-pages.ts'
import type { RelayedAct, ToRelay } from './relay-message.ts'
import { Buffer } from 'node:buffer'
import { changeInk, newInkPage } from '../../shared/ink.ts'
import { answer, readMessage, refuse } from '../answer.ts'
import { createRates } from '../rates.ts'
import { addressOf, createRights, isOwnHost, isOwnOrigin } from '../rights.ts'
import { roomActs } from '../room-acts.ts'
import { roomAnswers } from '../room-answers.ts'
import { createStreams, message } from '../streams.ts'

interface RelayOptions {
  /** What the laptop shows that it is the presenter's. */
  token: string
  pages: () => Promise<LivePages>
  /** Names by which the relay may be asked. */
  names: readonly string[]
}

/** Bytes of a file of a talk, and of all of them, at most. */
const LARGEST_FILE = 32 << 20
const LARGEST_TALK = 512 << 20
/** Milliseconds in which the laptop must have answered. */
const PATIENCE = 5000
const MOST_FOLLOWERS = 5000

/**
 * Answers a room for a laptop that phones cannot reach: holds what was shown, and hands on what the room says. It knows
 * no decks, no notes and no slide before the laptop has shown it.
 */
export function createRelay({ token, pages, names }: RelayOptions): {
  listener: (request: IncomingMessage, response: ServerResponse) => void
  close: () => void
} {
  const rights = createRights(token, 'relay')
  const laptop = createStreams(4)
  const followers = createStreams(MOST_FOLLOWERS)
  const byAddress = createRates({ burst: 2000, perSecond: 300 })
  const waiting = new Map<number, (wrong: string | undefined) => void>()
  const slides = new Map<string, SlideMarkup>()
  const files = new Map<string, Uint8Array>()
  const ink = new Map<string, InkPage>()
  let view: FollowerView | undefined
  let talk = ''
  let bytes = 0
  let acts = 0

  const slideHere = () => {
    const { at } = view ?? {}
    const markup = at && slides.get(`${at.number}/${at.click}`)
    return markup && message('slide', { ...at, ...markup })
  }
  let lastSlide: string | undefined
  const room: Room = {
    followers,
    firstOfFollower: () => [slideHere() ?? '', view ? message('view', view) : ''],
    shownSlide(number, click) {
      const wasShown = view?.seen.some(([seen, most]) => seen === number && click <= most)
      return wasShown ? slides.get(`${number}/${click}`) : undefined
    },
    shownInk: (number, board) => ink.get(`${number}/${board}`),
    mayHave: file => files.has(file),
    made: file => files.get(file),
    follow: (action, voter) => handOn(action, voter),
  }
  const answers = roomAnswers({ room, rights, pages, files: (...[, , , notFound]) => notFound() })
  const followed = roomActs(room, rights)

  function handOn(action: FollowerAction, voter: string): Promise<string | undefined> {
    if (!laptop.count())
      return Promise.resolve('The presenter is not connected; try again.')
    const id = ++acts
    laptop.pass(message('act', { id, action, voter } satisfies RelayedAct))
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiting.get(id)?.('The presenter does not answer; try again.'), PATIENCE)
      waiting.set(id, (wrong) => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve(wrong)
      })
    })
  }

  /** What does not follow on what is here comes as a whole page with the next view. */
  function drawn(sent: InkMessage): undefined {
    const key = `${sent.number}/${sent.board}`
    const page = ink.get(key) ?? newInkPage()
    if (page.version + 1 === sent.version && changeInk(page, sent.change))
      ink.set(key, page)
    followers.pass(message('ink', sent))
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

  function take(sent: ToRelay): string | undefined {
    if (sent.kind === 'done')
      return void waiting.get(sent.id)?.(sent.wrong)
    if (sent.kind === 'view') {
      begin(sent.view.talk)
      view = sent.view
      const slide = slideHere()
      followers.tell('view', view, slide === lastSlide ? undefined : slide)
      lastSlide = slide
      return
    }
    begin(sent.talk)
    if (sent.kind === 'page')
      return void ink.set(`${sent.number}/${sent.board}`, sent.page)
    if (sent.kind === 'ink')
      return drawn(sent.message)
    if (sent.kind === 'slide')
      return void slides.set(`${sent.number}/${sent.click}`, sent.markup)
    const content = Buffer.from(sent.bytes, 'base64')
    bytes += content.length
    if (bytes > LARGEST_TALK)
      return 'This talk is too large for the relay.'
    files.set(sent.path, content)
  }

  async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = `http://host${request.url}`
    const url = URL.canParse(address) ? new URL(address) : undefined
    const { method } = request
    if (!url || !isOwnHost(request, names))
      return refuse(request, response, 403, 'Open this server by its own address.')
    if (url.pathname.startsWith('/relay/')) {
      if (!rights.isPresenter(request))
        return refuse(request, response, 403, 'The token is not the one of this relay.')
      if (method === 'GET' && url.pathname === '/relay/acts')
        return laptop.open(response, [message('count', followers.count())])
      const sent = method === 'POST' && url.pathname === '/relay/push' && await readMessage(request, LARGEST_FILE)
      if (!sent)
        return refuse(request, response, 400, 'This message cannot be read.')
      const wrong = take(sent as unknown as ToRelay)
      return wrong
        ? refuse(request, response, 413, wrong)
        : answer(request, response, JSON.stringify({ followers: followers.count() }), 'json')
    }
    if (method === 'GET' || method === 'HEAD') {
      if (await answers(request, response, url, false))
        return
      return void response.writeHead(302, { location: '/room/' }).end()
    }
    if (method !== 'POST' || url.pathname !== '/room/act')
      return refuse(request, response, 405, 'Nothing can be sent here.')
    if (!isOwnOrigin(request))
      return refuse(request, response, 403, 'Only pages of this server may send.')
    if (!byAddress(addressOf(request)))
      return refuse(request, response, 429, 'Too much at once; try again.')
    const sent = await readMessage(request)
    const wrong = sent ? await followed(sent) : 'This message cannot be read.'
    if (wrong)
      return refuse(request, response, wrong.startsWith('Too') ? 429 : 409, wrong)
    answer(request, response, '{}', 'json')
  }

  return {
    listener(request, response) {
      response.on('error', () => undefined)
      answerTo(request, response).catch(() => {
        if (response.headersSent)
          response.destroy()
        else
          refuse(request, response, 400, 'This cannot be answered.')
      })
    },
    close() {
      laptop.close()
      followers.close()
    },
  }
}
