import type { RoomSlides } from '../../src/live/frozen/room-slides.ts'
import { Buffer } from 'node:buffer'
import process from 'node:process'
import { listen } from '../../src/browser/serve.ts'
import { loadCourse } from '../../src/check/load-course.ts'
import { connectRelay } from '../../src/live/relay/connect-relay.ts'
import { createRights } from '../../src/live/rights.ts'
import { createTalkServer } from '../../src/live/talk-server.ts'
import { tellMemory } from './tell-memory.ts'

// A server of a talk in a process of its own, which tells how much memory it takes when it is asked.
const [root, secret, relay] = process.argv.slice(2) as [string, string, string?]
const course = await loadCourse(root)
const lecture = course.lectures[0]!
// As large as a slide of text with a list.
const words = '<li>A line of a slide that is as long as such lines are, with some <em>words</em></li>'.repeat(12)
const slides: RoomSlides = {
  clicks: lecture.slides.map(() => 1),
  sheets: new Map(),
  stills: new Map(),
  typefaces: [],
  markup: (number, click) => ({
    html: `<div><h1>${number}/${click}</h1><ul>${words}</ul></div>`,
    style: '',
    title: '',
    width: 980,
    height: 552,
  }),
  files: () => [],
}
const page = Buffer.from('')
const server = createTalkServer({
  course,
  lectures: [lecture],
  decks: root,
  rights: createRights(secret, 'bench'),
  freeze: async () => slides,
  pages: async () => ({ room: page, presenter: page, files: new Map() }),
})
const { port } = await listen(server.listener, 0)
if (relay !== undefined)
  server.relayTo(connectRelay({ relay, token: secret, decks: root, follow: server.follow, onState: () => undefined }))
tellMemory()
process.send!({ port, slug: lecture.slug })
