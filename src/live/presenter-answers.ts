import type { Course } from '../course/course.ts'
import type { JoinView } from '../shared/live.ts'
import type { Files } from './deck-files.ts'
import type { Hub } from './hub.ts'
import type { LivePages } from './live-pages.ts'
import type { Answers } from './room-answers.ts'
import { indexPage } from '../slidev/index-page.ts'
import { answer, PAGE_HEADERS, refuse } from './answer.ts'
import { deckPage } from './deck-files.ts'

interface PresenterAnswersOptions {
  course: Course
  hub: Hub
  decks: string
  files: Files
  pages: () => Promise<LivePages>
  join: () => JoinView | undefined
}

/** What the presenter alone can fetch: decks, notes and every slide. */
export function presenterAnswers({ course, hub, decks, files, pages, join }: PresenterAnswersOptions): Answers {
  const index = indexPage(course, 'presenter/')
  const find = (slug: string | null | undefined) =>
    course.lectures.find(lecture => lecture.slug === decodeURIComponent(slug ?? ''))
  return async (request, response, { pathname, searchParams }) => {
    const [, place, name] = /^\/([^/]+)\/(deck|presenter)\/(?:index\.html)?$/.exec(pathname) ?? []
    const [, what, slug, number, step] = /^\/live\/(slide|ink)\/([^/]+)\/(\d+)\/(\d+)$/.exec(pathname) ?? []
    const lecture = find(place ?? slug ?? searchParams.get('lecture'))
    if (pathname === '/') {
      answer(request, response, index, 'html')
    }
    else if (pathname === '/live/events' && lecture) {
      const as = searchParams.get('as') === 'wall' ? 'wall' : 'presenter'
      const { streams, first } = hub.streamsOf(lecture, as)
      streams.open(response, first)
    }
    else if (slug && lecture) {
      const found = (what === 'ink' ? hub.anyInk : hub.anySlide)(lecture, Number(number), Number(step))
      if (found)
        answer(request, response, JSON.stringify(found), 'json')
      else
        refuse(request, response, 404, what === 'ink' ? 'Nothing is drawn here.' : 'There is no such step.')
    }
    else if (name === 'presenter' && lecture) {
      answer(request, response, (await pages()).presenter, 'html', { headers: PAGE_HEADERS })
    }
    else if (name === 'deck' && lecture) {
      answer(request, response, await deckPage(decks, lecture, join()), 'html')
    }
    else {
      files(request, response, request.url!, () => {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
      })
    }
    return true
  }
}
