import { runCommand } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'

await runCommand({
  name: 'doctor',
  summary: 'Says which Node.js, browser and fonts are used, whether the course can be read, and whether all is well.',
  flags: {
    course: courseFlag,
    browser: browserFlag,
  },
  async run({ flags }) {
    const { examine, printExamination } = await import('../src/cli/doctor.ts')
    printExamination(await examine({ root: flags.course, executablePath: flags.browser }))
  },
})
