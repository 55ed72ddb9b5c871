import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Course, Lecture } from '../course/course.ts'
import type { JoinView } from '../shared/live.ts'
import type { RoomSlides } from './frozen/room-slides.ts'
import type { Hub } from './hub.ts'
import type { LivePages } from './live-pages.ts'
import type { Rights } from './rights.ts'
import { readPresenterAction } from './actions.ts'
import { answer, readMessage, refuse } from './answer.ts'
import { deckFiles } from './deck-files.ts'
import { createHub } from './hub.ts'
import { presenterAnswers } from './presenter-answers.ts'
import { createRates } from './rates.ts'
import { refusalIn } from './refusals.ts'
import { addressOf, isLocal, isOwnHost, isOwnOrigin } from './rights.ts'
import { roomActs } from './room-acts.ts'
import { roomAnswers } from './room-answers.ts'

/** Bytes of a message of the presenter at most: a part of a line that is drawn. */
const LARGEST_ACT = 32 << 10

export interface TalkServerOptions {
  course: Course
  lectures: readonly Lecture[]
  /** Folder of the presenter's decks. */
  decks: string
  rights: Rights
  pages: () => Promise<LivePages>
  freeze: (lecture: Lecture) => Promise<RoomSlides>
  join?: () => JoinView | undefined
  /** Names by which the server may be asked, besides addresses and those of this machine. */
  names?: readonly string[]
  now?: () => number
}

export interface TalkServer {
  listener: (request: IncomingMessage, response: ServerResponse) => void
  /** Lets a room on another machine follow too. */
  relayTo: Hub['relayTo']
  /** Does what a follower asks for who is there. */
  follow: Hub['follow']
  close: () => void
}

/**
 * Answers everybody in the room. Decks, notes and everything that moves slides are for who holds the secret, or reads
 * on the machine itself; all others get what was shown.
 */
export function createTalkServer(options: TalkServerOptions): TalkServer {
  const { course, lectures, decks, rights, pages, freeze, join = () => undefined, names = [], now } = options
  const hub = createHub({ course, freeze, join, now, first: lectures.length === 1 ? lectures[0] : undefined })
  // A room shares one address, a person has one name.
  const byAddress = createRates({ burst: 2000, perSecond: 300 }, now)
  const followed = roomActs(hub, rights, now)
  const files = deckFiles(decks)
  const room = roomAnswers({ room: hub, rights, pages, files, now })
  const presenter = presenterAnswers({ course, hub, decks, files, pages, join })

  async function get(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const reads = rights.isPresenter(request) || isLocal(request)
    if (await room(request, response, url, reads))
      return
    if (reads)
      await presenter(request, response, url, reads)
    else if (url.pathname === '/')
      response.writeHead(302, { location: '/room/' }).end()
    else
      refuse(request, response, 403, 'This is for the presenter: open the address that the terminal shows.')
  }

  async function post(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const isPresenting = url.pathname === '/live/act'
    if (!isPresenting && url.pathname !== '/room/act')
      return refuse(request, response, 405, 'Nothing can be sent here.')
    if (!isOwnOrigin(request))
      return refuse(request, response, 403, 'Only pages of this server may send.')
    if (isPresenting && !rights.isPresenter(request))
      return refuse(request, response, 403, 'Only the presenter may do this.')
    if (!isPresenting && !byAddress(addressOf(request)))
      return refuse(request, response, 429, refusalIn(course.language, 'Too much at once; try again.'))
    const sent = await readMessage(request, isPresenting ? LARGEST_ACT : undefined)
    if (!sent)
      return refuse(request, response, 400, 'This message cannot be read.')
    const wrong = isPresenting ? present(sent) : await followed(sent)
    if (wrong)
      return refuse(request, response, wrong.startsWith('Too') ? 429 : 409, refusalIn(course.language, wrong))
    answer(request, response, '{}', 'json')
  }

  function present(sent: Record<string, unknown>): string | undefined {
    const lecture = course.lectures.find(({ slug }) => slug === sent.lecture)
    const action = readPresenterAction(sent)
    return lecture && action ? hub.present(lecture, action) : 'This message cannot be understood.'
  }

  return {
    listener(request, response) {
      response.on('error', () => undefined)
      const address = `http://host${request.url}`
      const url = URL.canParse(address) ? new URL(address) : undefined
      const answered = async () => {
        if (!url)
          return refuse(request, response, 400, 'This is no address.')
        if (!isOwnHost(request, names))
          return refuse(request, response, 403, 'Open this server by its own address.')
        const key = url.searchParams.get('key')
        if (request.method === 'GET' && key !== null && takeKey(request, response, url, rights))
          return
        if (request.method === 'GET' || request.method === 'HEAD')
          return get(request, response, url)
        if (request.method === 'POST')
          return post(request, response, url)
        refuse(request, response, 405, 'Nothing can be done so.')
      }
      answered().catch(() => {
        // What nobody foresaw ends one request, not the talk.
        if (!response.headersSent)
          refuse(request, response, 400, 'This cannot be answered.')
        else
          response.destroy()
      })
    },
    relayTo: hub.relayTo,
    follow: hub.follow,
    close: hub.close,
  }
}

/** Gives a browser the secret that its address brought, and takes it out of the address. */
function takeKey(request: IncomingMessage, response: ServerResponse, url: URL, rights: Rights): boolean {
  const key = url.searchParams.get('key')!
  request.headers.authorization = `Bearer ${key}`
  if (!rights.isPresenter(request))
    return false
  url.searchParams.delete('key')
  response.writeHead(302, {
    'location': url.pathname + url.search,
    'set-cookie': `${rights.cookie}=${rights.secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  }).end()
  return true
}
