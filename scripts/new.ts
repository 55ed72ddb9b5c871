import type { NewCourse } from '../src/new/new-course.ts'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { createProgress } from '../src/cli/progress.ts'
import { displayPath } from '../src/core/errors.ts'
import { countOf } from '../src/core/format.ts'
import { ownLanguages } from '../src/language/languages.ts'

await runCommand({
  name: 'new',
  summary: 'Makes a new course in a folder: two lectures that show what can be written, or those of a document, with\n'
    + 'package.json, settings for editors, and what publishes it with GitHub Pages or GitLab Pages.',
  positionals: 'FOLDER',
  flags: {
    from: { type: 'string', value: 'FILE', help: 'document, or folder of documents, to make its lectures from' },
    theme: { type: 'string', value: 'NAME', help: 'theme for Slidev, e.g. seriph (default: the look of Docent)' },
    title: { type: 'string', value: 'TEXT', help: 'title of the course' },
    lang: {
      type: 'string',
      value: 'TAG',
      help: `language of its texts: ${ownLanguages.join(', ')}; with --from any (default: en, or the document's)`,
    },
  },
  examples: () => ['new my-course', 'new my-course --lang de', 'new my-course --from notes.md --theme seriph'],
  async run({ flags: { from, theme, title, lang }, positionals: [folder, ...others] }) {
    if (folder === undefined || folder === '')
      throw new UsageError('Name the folder of the course: it is made.')
    if (others.length)
      throw new UsageError(`Name one folder; one with spaces needs quotes: "${[folder, ...others].join(' ')}"`)
    const { newCourse } = await import('../src/new/new-course.ts')
    const progress = from === undefined ? undefined : createProgress()
    console.log(summary(await newCourse({ root: folder, from, theme, title, language: lang, progress })))
  },
})

function summary({ root, files, repository, packages }: NewCourse): string {
  const lectures = files.filter(file => /^slides[\\/].*\.md$/.test(file)).length
  const where = displayPath(root)
  const lines = [
    ...where === '.' ? [] : [`  cd ${quoted(where)}`],
    '  npm install',
    '  npm start',
  ]
  return [
    '',
    `A course of ${countOf(lectures, 'lecture')} is in ${style('cyan', where)}. Go on with:`,
    '',
    ...lines,
    ...packages.length ? ['', `It asks npm for ${packages.join(' and ')} too.`] : [],
    ...repository === undefined
      ? []
      : ['', `It is inside of the repository ${repository}: what publishes it runs from the top of one only.`],
  ].join('\n')
}

function quoted(file: string): string {
  return /^[\w./~+-]+$/.test(file) ? file : `'${file.replaceAll('\'', '\'\\\'\'')}'`
}
