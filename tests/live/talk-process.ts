import process from 'node:process'
import { listen } from '../../src/browser/serve.ts'
import { loadCourse } from '../../src/check/load-course.ts'
import { createRights } from '../../src/live/rights.ts'
import { createTalkServer } from '../../src/live/talk-server.ts'
import { stubPages, stubSlides } from './stub-slides.ts'

// A server of a talk in a process of its own, which tells when it is there.
const [root, secret, port] = process.argv.slice(2) as [string, string, string]
async function start(): Promise<void> {
  const course = await loadCourse(root)
  const { listener } = createTalkServer({
    course,
    lectures: [course.lectures[0]!],
    decks: root,
    rights: createRights(secret, 'test'),
    freeze: async () => stubSlides(),
    pages: async () => stubPages(),
  })
  process.send!((await listen(listener, Number(port))).port)
}
void start()
