import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Files } from './deck-files.ts'
import type { Room } from './hub.ts'
import type { LivePages } from './live-pages.ts'
import type { Rights } from './rights.ts'
import path from 'node:path'
import { answer, FOREVER, PAGE_HEADERS, refuse } from './answer.ts'
import { createRates } from './rates.ts'
import { addressOf } from './rights.ts'
import { message } from './streams.ts'

interface RoomAnswersOptions {
  room: Room
  rights: Rights
  pages: () => Promise<LivePages>
  files: Files
  now?: () => number
}

/** Answers a request for reading where it is one of the room's; else says that it is not. */
export type Answers = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  /** Whether whoever asks may read what the presenter reads. */
  reads: boolean,
) => Promise<boolean>

const FILES = '/room/files/'
const SLIDES = '/room/slide/'
const INK = '/room/ink/'
/** Where pages of a talk find what they load. */
export const CLIENT = '/live/client/'

/** What the people listening can fetch: their page, and what was shown. */
export function roomAnswers({ room, rights, pages, files, now }: RoomAnswersOptions): Answers {
  const newcomers = createRates({ burst: 1500, perSecond: 20 }, now)
  return async (request, response, { pathname, searchParams }, reads) => {
    const notFound = () => refuse(request, response, 404, 'There is nothing here.')
    if (pathname === '/room/') {
      answer(request, response, (await pages()).room, 'html', { headers: PAGE_HEADERS })
    }
    else if (pathname === '/room/events') {
      const own = searchParams.get('name')
      const isKnown = rights.voterOf(own) !== undefined
      if (isKnown || newcomers(addressOf(request)))
        room.followers.open(response, [message('name', isKnown ? own : rights.newVoter()), ...room.firstOfFollower()])
      else
        refuse(request, response, 429, 'Too many come at once; try again.')
    }
    else if (pathname.startsWith(SLIDES) || pathname.startsWith(INK)) {
      const [, , kind, number, part] = pathname.split('/')
      const shown = kind === 'ink' ? room.shownInk : room.shownSlide
      const page = shown(Number(number), Number(part))
      if (page)
        answer(request, response, JSON.stringify(page), 'json')
      else
        notFound()
    }
    else if (pathname.startsWith(FILES)) {
      const file = decodeURI(pathname.slice(FILES.length))
      const made = room.made(file)
      if (!reads && !room.mayHave(file))
        notFound()
      else if (made === undefined)
        files(request, response, `/${pathname.slice(FILES.length)}`, notFound)
      else
        answer(request, response, made, path.extname(file).slice(1), { headers: FOREVER })
    }
    else if (pathname.startsWith(CLIENT)) {
      const file = (await pages()).files.get(pathname.slice(CLIENT.length))
      if (file)
        answer(request, response, file, path.extname(pathname).slice(1), { headers: FOREVER })
      else
        notFound()
    }
    else {
      return false
    }
    return true
  }
}
