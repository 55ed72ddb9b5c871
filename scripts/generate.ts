import type { GeneratedCourse } from '../src/generate/course/generate-course.ts'
import type { GeneratedLecture } from '../src/generate/course/make-lectures.ts'
import type { KeptLines } from '../src/generate/report/kept-lines.ts'
import path from 'node:path'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { displayPath, formatProblem } from '../src/core/errors.ts'
import { splits } from '../src/generate/splits.ts'

await runCommand({
  name: 'generate',
  summary: 'Makes lectures from documents: Markdown in its dialects, web pages, plain text. '
    + 'Run it again when a document changes: your edits stay.',
  positionals: 'FILE|FOLDER|-',
  flags: {
    'course': {
      type: 'string',
      value: 'DIR',
      help: 'course that gets the lectures; an empty folder becomes a new course (default: .)',
    },
    'out': { type: 'string', value: 'DIR', help: 'the same as --course' },
    'split': {
      type: 'string',
      value: 'HOW',
      default: 'lecture',
      help: `one lecture for each document, or for each of its sections: ${splits.join(', ')}`,
    },
    'title': {
      type: 'string',
      value: 'TEXT',
      help: 'title of the lecture, or of a new course (default: the title of the document)',
    },
    'language': {
      type: 'string',
      value: 'TAG',
      help: 'language of the document, for example en or de (default: as the document says)',
    },
    'base-url': { type: 'string', value: 'URL', help: 'address of the document, for its relative links' },
    'assets': { type: 'string', value: 'DIR', help: 'folder with the pictures of the document' },
    'dry-run': { type: 'boolean', help: 'only say what would be written' },
    'force': { type: 'boolean', help: 'overwrite lectures that exist, and your edits in them' },
    'fit': { type: 'boolean', help: 'measure the slides in a browser, and split those that overflow' },
    'report': { type: 'string', value: 'FILE', help: 'write where each line of the documents went, as JSON' },
  },
  examples: [
    'npm run generate -- notes.md',
    'npm run generate -- page.html --split section --course ../new-course',
    'npm run generate -- docs/ --assets docs/images --dry-run',
  ],
  async run({ flags, positionals }) {
    const split = splits.find(name => name === flags.split)
    if (!split)
      throw new UsageError(`--split is one of ${splits.join(', ')}, not "${flags.split}".`)
    if (!positionals.length)
      throw new UsageError('Name a file, a folder, or - for standard input.')
    const root = courseFolder(flags)
    const { generateCourse } = await import('../src/generate/course/generate-course.ts')
    const course = await generateCourse({
      inputs: positionals,
      root,
      split,
      title: flags.title,
      language: flags.language,
      baseUrl: flags['base-url'],
      assets: flags.assets,
      force: flags.force,
      dryRun: flags['dry-run'],
      fit: flags.fit,
    })
    if (flags.report) {
      const { reportOf } = await import('../src/generate/report/report.ts')
      const { replaceFile } = await import('../src/core/output.ts')
      await replaceFile(path.resolve(flags.report), `${JSON.stringify(reportOf(course), null, 2)}\n`)
    }
    const { keptLines } = await import('../src/generate/report/kept-lines.ts')
    console.log(summary(course, keptLines(course.lectures, displayPath), flags['dry-run']))
  },
})

function courseFolder({ course, out }: { course?: string, out?: string }): string {
  if (course !== undefined && out !== undefined && path.resolve(course) !== path.resolve(out))
    throw new UsageError(`--course and --out mean the same: give one of them, not "${course}" and "${out}".`)
  return course ?? out ?? '.'
}

/** @param kept what the lectures keep of their documents, in words */
function summary(course: GeneratedCourse, kept: KeptLines, isDryRun: boolean): string {
  const { root, isNew, lectures, problems, overflows } = course
  const count = `${lectures.length} ${lectures.length === 1 ? 'lecture' : 'lectures'}`
  const target = `${style('cyan', displayPath(root))}${isNew ? ', a new course' : ''}`
  return [
    '',
    ...lectureRows(lectures),
    '',
    ...kept.counts.map(line => `  ${line}`),
    ...list('Found neither on slides nor in notes:', kept.lost),
    ...list('Left out, as parts of a page around its text (--report says all of it):', kept.furniture),
    ...list('Changes:', lectures.flatMap(changesOf)),
    ...list('Pictures that were not found (the slides name them):', lectures.flatMap(missingPicturesOf)),
    ...list('What would not compile, and stands on its slide as plain text:', lectures.flatMap(faultsOf)),
    ...list('Slides that still overflow:', overflows.map(({ lecture, title, slide, below, beyond }) =>
      `${lecture}, slide ${slide} (${title}): ${Math.max(below, beyond)} px`)),
    ...problems.length ? [''] : [],
    ...problems.map(problem => `${style('yellow', 'left out')} ${formatProblem(problem)}`),
    '',
    `${isDryRun ? 'Would write' : 'Wrote'} ${count} to ${target}.`,
  ].join('\n')
}

function lectureRows(lectures: readonly GeneratedLecture[]): string[] {
  const width = Math.max(...lectures.map(lecture => nameOf(lecture).length))
  return lectures.map((generated) => {
    const { lecture, outcome } = generated
    return `  ${nameOf(generated).padEnd(width)}  ${String(lecture.texts.length).padStart(3)} slides  ${outcome}`
  })
}

function nameOf({ place }: GeneratedLecture): string {
  return path.basename(place.file)
}

function changesOf(lecture: GeneratedLecture): string[] {
  return lecture.changes.map(({ change, title }) => `${nameOf(lecture)}: ${title}: ${change}`)
}

function missingPicturesOf(lecture: GeneratedLecture): string[] {
  return lecture.missingPictures.map(url => `${nameOf(lecture)}: ${url}`)
}

function faultsOf({ document, lecture }: GeneratedLecture): string[] {
  return lecture.faults.map(({ title, line, why }) => {
    const place = `${displayPath(document.file)}${line === undefined ? '' : `:${line}`}`
    return `${place}: "${title}": ${why.trim()}`
  })
}

/** Lines below a title; nothing where there are none. */
function list(title: string, lines: readonly string[]): string[] {
  return lines.length ? ['', title, ...lines.map(line => `  ${line}`)] : []
}
