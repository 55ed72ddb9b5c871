import type { Course } from '../src/course/course.ts'
import process from 'node:process'
import { runCommand, style } from '../src/cli/command.ts'
import { courseFlag, portFlag } from '../src/cli/flags.ts'
import { parsePort } from '../src/cli/port.ts'

await runCommand({
  name: 'start',
  summary: 'Serves the course for writing: every lecture at its address, each change shown at once. '
    + 'Only this machine can open it.',
  flags: {
    course: courseFlag,
    port: portFlag('3030'),
  },
  examples: () => ['start', 'start --course ../other-course --port 4000'],
  async run({ flags }) {
    const wanted = parsePort(flags.port)
    const { serveAuthoring } = await import('../src/slidev/serve-authoring.ts')
    let broken = false
    await serveAuthoring({
      root: flags.course,
      port: wanted,
      onAddress: port => console.log([
        ...port === wanted ? [] : [`Port ${wanted} is in use; this is ${port}.`],
        `Preparing the lectures at ${style('cyan', `http://127.0.0.1:${port}/`)}`,
      ].join('\n')),
      onCourse: (course, port) => console.log(addresses(course, `http://127.0.0.1:${port}`)),
      onProblems(problems) {
        for (const problem of problems)
          console.error(`${style('red', 'error', process.stderr)} ${problem}`)
        if (broken && !problems.length)
          console.log(style('green', 'The course is whole again.'))
        broken = problems.length > 0
      },
      async findFaults(course) {
        const { faultsOf } = await import('../src/gate/static-check.ts')
        return faultsOf(course)
      },
      onFindings(findings) {
        for (const finding of findings)
          console.error(`${style('yellow', 'warning', process.stderr)} ${finding}`)
      },
    })
  },
})

function addresses({ title, lectures }: Course, origin: string): string {
  return [
    '',
    style('bold', title),
    `  All lectures\n    ${style('cyan', `${origin}/`)}`,
    ...lectures.map(({ slug, title }) => `  ${title}\n    ${style('cyan', `${origin}/${slug}/deck/`)}`),
    '',
    'Press Ctrl+C to stop.',
  ].join('\n')
}
