import type { GeneratedCourse } from '../src/generate/course/generate-course.ts'
import type { Report } from '../src/generate/report/report.ts'
import path from 'node:path'
import { generateCourse } from '../src/generate/course/generate-course.ts'
import { splits } from '../src/generate/plan-lectures.ts'
import { reportOf } from '../src/generate/report/report.ts'
import { runCommand, style, UsageError } from './lib/command.ts'
import { displayPath, formatProblem } from './lib/errors.ts'
import { replaceFile } from './lib/output.ts'

await runCommand({
  name: 'generate',
  summary: 'Makes lectures of documents: Markdown in its dialects, web pages, plain text. Run it again when a document changes: edits stay.',
  positionals: 'FILE|FOLDER|-',
  flags: {
    'out': { type: 'string', value: 'DIR', default: '.', help: 'course that gets the lectures; an empty folder becomes a new one' },
    'split': { type: 'string', value: 'HOW', default: 'lecture', help: `one lecture of a document, or one of each section: ${splits.join(', ')}` },
    'title': { type: 'string', value: 'TEXT', help: 'title of the lecture, or of a new course (default: the document\'s)' },
    'language': { type: 'string', value: 'TAG', help: 'language of the document, e.g. en or de (default: as it says)' },
    'base-url': { type: 'string', value: 'URL', help: 'address of the document; its relative links lead from there' },
    'assets': { type: 'string', value: 'DIR', help: 'folder with the document\'s pictures' },
    'dry-run': { type: 'boolean', help: 'only say what would be written' },
    'force': { type: 'boolean', help: 'overwrite lectures that exist, edits too' },
    'fit': { type: 'boolean', help: 'measure the slides in a browser and split those that overflow' },
    'report': { type: 'string', value: 'FILE', help: 'write where every line of the documents went, as JSON' },
  },
  examples: ['npm run generate -- notes.md', 'npm run generate -- page.html --split section --out ../new-course', 'npm run generate -- docs/ --assets docs/images --dry-run'],
  async run({ flags, positionals }) {
    const split = splits.find(name => name === flags.split)
    if (!split)
      throw new UsageError(`--split is one of ${splits.join(', ')}; this is "${flags.split}"`)
    if (!positionals.length)
      throw new UsageError('Name a file, a folder, or - for standard input')
    const course = await generateCourse({
      inputs: positionals,
      out: flags.out,
      split,
      title: flags.title,
      language: flags.language,
      baseUrl: flags['base-url'],
      assets: flags.assets,
      force: flags.force,
      dryRun: flags['dry-run'],
      fit: flags.fit,
    })
    const report = reportOf(course)
    if (flags.report)
      await replaceFile(path.resolve(flags.report), `${JSON.stringify(report, null, 2)}\n`)
    console.log(summary(course, report, flags['dry-run']))
  },
})

function summary({ root, isNew, lectures, problems, overflows }: GeneratedCourse, { figures }: Report, dry: boolean): string {
  const width = Math.max(...lectures.map(({ place }) => path.basename(place.file).length))
  const fates = lectures.flatMap(({ fates, place }) => fates.map(({ fate, title }) => `  ${path.basename(place.file)}: ${title}: ${fate}`))
  const missing = lectures.flatMap(({ missingPictures, place }) => missingPictures.map(url => `  ${path.basename(place.file)}: ${url}`))
  return [
    '',
    ...lectures.map(({ place, lecture, outcome }) => `  ${path.basename(place.file).padEnd(width)}  ${String(lecture.texts.length).padStart(3)} slides  ${outcome}`),
    '',
    `  ${figures.map(({ what, value }) => `${what}: ${value}`).join(' · ')}`,
    ...fates.length ? ['', 'Changes:', ...fates] : [],
    ...missing.length ? ['', 'Pictures that were not found (the slides name them):', ...missing] : [],
    ...overflows.length ? ['', 'Slides that still overflow:', ...overflows.map(({ lecture, title, slide, below, beyond }) => `  ${lecture}, slide ${slide} (${title}): ${Math.max(below, beyond)} px`)] : [],
    ...problems.length ? ['', ...problems.map(problem => `${style('yellow', 'left out')} ${formatProblem(problem)}`)] : [],
    '',
    `${dry ? 'Would write' : 'Wrote'} ${lectures.length} ${lectures.length === 1 ? 'lecture' : 'lectures'} to ${style('cyan', displayPath(root))}${isNew ? ', a new course' : ''}.`,
  ].join('\n')
}
