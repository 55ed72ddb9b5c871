import { runCommand } from '../src/cli/command.ts'

await runCommand({
  name: 'doctor',
  summary: 'Says which Node.js, browser and fonts are used, whether the course can be read, and whether all is well.',
  flags: {
    course: { type: 'string', value: 'DIR', default: '.', help: 'folder of the course' },
    browser: { type: 'string', value: 'FILE', help: 'Chrome, Edge or Chromium to print with (default: one is found)' },
  },
  async run({ flags }) {
    const { examine, printExamination } = await import('../src/cli/doctor.ts')
    printExamination(await examine(flags))
  },
})
