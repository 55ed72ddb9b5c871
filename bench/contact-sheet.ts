import path from 'node:path'
import { runCommand, UsageError } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'
import { createProgress } from '../src/cli/progress.ts'
import { splitSlugs } from '../src/course/select.ts'
import { isSheetKind, sheetKinds } from './contact-sheet/kinds.ts'

await runCommand({
  name: 'contact-sheet',
  summary: 'Writes contact sheets of every slide, page and handout layout, to judge with the eyes.',
  flags: {
    course: courseFlag,
    only: { type: 'string', value: 'SLUGS', help: 'lectures to show, with commas between them (default: all)' },
    sheets: {
      type: 'string',
      value: 'KINDS',
      default: Object.keys(sheetKinds).join(),
      help: `what is shown: ${Object.entries(sheetKinds).map(([name, meaning]) => `${name} (${meaning})`).join(', ')}`,
    },
    out: { type: 'string', value: 'DIR', help: 'folder for the pictures (default: contact-sheets in the course)' },
    browser: browserFlag,
  },
  examples: ({ lecture }) => [
    'contact-sheet',
    `contact-sheet --only ${lecture} --sheets light,dark`,
  ],
  async run({ flags }) {
    const kinds = flags.sheets.split(',').map(name => name.trim()).filter(Boolean)
    const unknown = kinds.find(name => !isSheetKind(name))
    if (unknown !== undefined)
      throw new UsageError(`There are no sheets "${unknown}"; there are ${Object.keys(sheetKinds).join(', ')}`)
    const { writeContactSheets } = await import('./contact-sheet/write.ts')
    const files = await writeContactSheets({
      root: flags.course,
      only: splitSlugs(flags.only),
      kinds: kinds.filter(isSheetKind),
      out: flags.out ?? path.join(flags.course, 'contact-sheets'),
      executablePath: flags.browser,
      progress: createProgress(),
    })
    console.log(files.join('\n'))
  },
})
