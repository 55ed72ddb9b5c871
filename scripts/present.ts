import { lazyBrowser } from './lib/browser/launch.ts'
import { runCommand, style } from './lib/command.ts'
import { loadCourse } from './lib/course/load.ts'
import { selectLectures } from './lib/course/select.ts'
import { createProgress } from './lib/progress.ts'
import { parsePort, serveFolder } from './lib/serve.ts'
import { cachedDecks } from './lib/site/cached-decks.ts'
import { indexPage } from './lib/site/index-page.ts'

await runCommand({
  name: 'present',
  summary: 'Serves the built decks with all their notes on this machine, for the lecture hall; builds them first where something has changed.',
  positionals: '[slug…]',
  flags: {
    course: { type: 'string', value: 'DIR', default: '.', help: 'folder of the course' },
    port: { type: 'string', value: 'N', default: '3031', help: 'port on 127.0.0.1; the next free one is taken where it is in use' },
  },
  examples: ['npm run present', 'npm run present -- kernel'],
  async run({ flags, positionals }) {
    const wanted = parsePort(flags.port)
    const course = await loadCourse(flags.course)
    const lectures = selectLectures(course, positionals)
    const page = indexPage(course, { links: ({ slug }) => [{ href: `${slug}/deck/`, label: 'Deck' }, { href: `${slug}/deck/#/presenter/1`, label: 'Presenter view' }] })
    const browser = lazyBrowser()
    const decks = await cachedDecks(course, { audience: 'presenter', browser, progress: createProgress() }).finally(browser.close)
    const { origin, port } = await serveFolder(decks, { port: wanted, index: page })
    if (port !== wanted)
      console.log(`Port ${wanted} is in use; this is ${port}.`)
    console.log([
      '',
      style('bold', course.title),
      ...lectures.map(({ slug, title }) => `  ${title}\n    Deck       ${style('cyan', `${origin}/${slug}/deck/`)}\n    Presenter  ${style('cyan', `${origin}/${slug}/deck/#/presenter/1`)}`),
      '',
      'Open both in one browser: they stay in step. Press Ctrl+C to stop.',
    ].join('\n'))
  },
})
