import type { HotChannelClient, Plugin, ViteDevServer } from 'vite'
import type { Finding } from '../check/finding.ts'
import type { Course } from '../course/course.ts'
import type { Drawn, ShownFindings } from '../shared/authoring-events.ts'
import { slideOfProblem } from '../check/slide-of-problem.ts'
import { formatProblem } from '../core/errors.ts'
import { DRAWN_EVENT, FINDINGS_EVENT } from '../shared/authoring-events.ts'

/** What can be built and is not as it should be; what stops a build is shown as an error. */
export type FindFaults = (course: Course) => Promise<readonly Finding[]>

/** Milliseconds after a change: what was saved is shown first. */
const LATER = 100

/**
 * Keeps what a check says of a course while it is written, and shows it on the slides that are open.
 * @param current the course as it was last read
 * @param find looks at a course
 * @param tell called with what is new after each change, a text for each finding
 */
export function trackFindings(
  current: () => Course,
  find: FindFaults,
  tell: (texts: string[]) => void,
): { changed: () => void, plugin: Plugin } {
  const lectures = new WeakMap<object, string>()
  let findings: readonly Finding[] = []
  let told = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let server: ViteDevServer | undefined

  function show(client: HotChannelClient): void {
    const lecture = current().lectures.find(({ slug }) => slug === lectures.get(client))
    const slides: ShownFindings['slides'] = {}
    for (const finding of lecture ? findings : []) {
      const number = slideOfProblem(lecture!, finding)?.number
      if (number !== undefined)
        slides[number] = [...slides[number] ?? [], `${finding.message}${finding.hint ? ` ${finding.hint}` : ''}`]
    }
    client.send({ type: 'custom', event: FINDINGS_EVENT, data: { slides } satisfies ShownFindings })
  }

  async function look(): Promise<void> {
    const course = current()
    const found = await find(course)
    // What was saved meanwhile is looked at next.
    if (course !== current())
      return
    findings = found
    const texts = [...new Set(found.map(finding => formatProblem(finding)))]
    tell(texts.filter(text => !told.has(text)))
    told = new Set(texts)
    for (const client of server?.ws.clients ?? [])
      show(client)
  }

  function changed(): void {
    clearTimeout(timer)
    timer = setTimeout(look, LATER)
  }

  return {
    changed,
    plugin: {
      name: 'docent:findings',
      configureServer(started) {
        server = started
        server.ws.on(DRAWN_EVENT, ({ lecture }: Drawn, client) => {
          lectures.set(client, lecture)
          show(client)
        })
        changed()
      },
    },
  }
}
