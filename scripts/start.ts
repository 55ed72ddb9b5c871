import { lazyBrowser } from './lib/browser/launch.ts'
import { runCommand, style } from './lib/command.ts'
import { loadCourse } from './lib/course/load.ts'
import { openDiagramSource } from './lib/mermaid/draw.ts'
import { setDiagramDrawer } from './lib/mermaid/drawer.ts'
import { freePort, parsePort } from './lib/serve.ts'
import { indexPage } from './lib/site/index-page.ts'
import { startDevServer } from './lib/slidev/dev-server.ts'

await runCommand({
  name: 'start',
  summary: 'Serves the course for writing: every lecture at its address, each change shown at once. Only this machine can open it.',
  flags: {
    course: { type: 'string', value: 'DIR', default: '.', help: 'folder of the course' },
    port: { type: 'string', value: 'N', default: '3030', help: 'port on 127.0.0.1; the next free one is taken where it is in use' },
  },
  examples: ['npm start', 'npm start -- --course ../other-course --port 4000'],
  async run({ flags }) {
    const wanted = parsePort(flags.port)
    const course = await loadCourse(flags.course)
    const port = await freePort(wanted)
    if (port !== wanted)
      console.log(`Port ${wanted} is in use; this is ${port}.`)
    setDiagramDrawer(openDiagramSource(course.root, lazyBrowser().get).draw)
    let broken = false
    await startDevServer(course, {
      port,
      index: course => indexPage(course, { links: ({ slug }) => [{ href: `/${slug}/deck/`, label: 'Deck' }, { href: `/${slug}/deck/#/presenter/1`, label: 'Presenter view' }] }),
      onProblems(problems) {
        for (const problem of problems)
          console.error(`${style('red', 'error')} ${problem}`)
        if (broken && !problems.length)
          console.log(style('green', 'The course is whole again.'))
        broken = problems.length > 0
      },
    })
    console.log([
      '',
      style('bold', course.title),
      `  All lectures  ${style('cyan', `http://127.0.0.1:${port}/`)}`,
      ...course.lectures.map(({ slug, title }) => `  ${title}\n    ${style('cyan', `http://127.0.0.1:${port}/${slug}/deck/`)}`),
      '',
      'Press Ctrl+C to stop.',
    ].join('\n'))
  },
})
