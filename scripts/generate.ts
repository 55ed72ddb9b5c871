import type { GeneratedCourse } from '../src/generate/course/generate-course.ts'
import type { GeneratedLecture } from '../src/generate/course/make-lectures.ts'
import type { SourceDocument } from '../src/generate/document.ts'
import type { KeptLines } from '../src/generate/report/kept-lines.ts'
import path from 'node:path'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { endWhileBusy } from '../src/cli/endings.ts'
import { createProgress } from '../src/cli/progress.ts'
import { displayPath, formatProblem } from '../src/core/errors.ts'
import { toolkitRoot } from '../src/core/toolkit.ts'
import { typed } from '../src/core/typed.ts'
import { isPlainFormat } from '../src/generate/read/formats.ts'
import { splits } from '../src/generate/splits.ts'
import { isRemote } from '../src/remote/address.ts'

/** Lectures and changes that the summary lists; of more, the number. */
const MAX_ROWS = 60

await runCommand({
  name: 'generate',
  summary: 'Makes lectures from documents: Markdown in its dialects, web pages, plain text, Word (.docx), Jupyter\n'
    + 'notebooks, AsciiDoc; with pandoc also reStructuredText, LaTeX, EPUB, OpenDocument, Org and others.\n'
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
      help: 'auto: a lecture for each document, several for a long one; lecture: always one; '
        + 'section: one for each section (default: as in the last run, else auto)',
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
  examples: () => [
    'generate notes.md',
    'generate page.html --split section --course ../new-course',
    'generate docs/ --assets docs/images --dry-run',
  ],
  async run({ flags, positionals, folder }) {
    const split = splits.find(name => name === flags.split)
    if (flags.split !== undefined && !split)
      throw new UsageError(`--split is one of ${splits.join(', ')}, not "${flags.split}".`)
    if (!positionals.length)
      throw new UsageError('Name a file, a folder, or - for standard input.')
    const root = courseFolder(flags, folder)
    endWhileBusy('generate')
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
      progress: createProgress(),
    })
    if (flags.report) {
      const { reportOf } = await import('../src/generate/report/report.ts')
      const { replaceFile } = await import('../src/core/output.ts')
      await replaceFile(path.resolve(flags.report), `${JSON.stringify(reportOf(course), null, 2)}\n`)
    }
    const { keptLines } = await import('../src/generate/report/kept-lines.ts')
    console.log(await summary(course, keptLines(course.lectures, displayPath), flags['dry-run']))
  },
})

function courseFolder({ course, out }: { course?: string, out?: string }, folder: string): string {
  if (course !== undefined && out !== undefined && path.resolve(course) !== path.resolve(out))
    throw new UsageError(`--course and --out mean the same: give one of them, not "${course}" and "${out}".`)
  return course ?? out ?? folder
}

/** @param kept what the lectures keep of their documents, in words */
async function summary(course: GeneratedCourse, kept: KeptLines, isDryRun: boolean): Promise<string> {
  const { furnitureLine, leftOutLines, shortList } = await import('../src/generate/report/files.ts')
  const { root, isNew, lectures, inputs, gone, problems, overflows } = course
  const count = `${lectures.length} ${lectures.length === 1 ? 'lecture' : 'lectures'}`
  const target = `${style('cyan', displayPath(root))}${isNew ? ', a new course' : ''}`
  const unlisted = inputs.flatMap(({ unlisted }) => unlisted ?? [])
  const furniture = furnitureLine(inputs)
  return [
    '',
    ...shortList(lectureRows(lectures), MAX_ROWS),
    '',
    ...kept.counts.map(line => `  ${line}`),
    ...list('Found neither on slides nor in notes:', shortList(kept.lost)),
    ...list('Long documents that became several lectures (--split lecture keeps each whole):', dividedLines(lectures)),
    ...list('Changes:', shortList(lectures.flatMap(changesOf), MAX_ROWS)),
    ...list('Pictures that were not found (the slides name them):', shortList(missingPictures(lectures, false))),
    ...list('Pictures on other hosts (a link and QR code stand for each):', shortList(missingPictures(lectures, true))),
    ...list('What would not compile, and stands on its slide as plain text:', shortList(lectures.flatMap(faultsOf))),
    ...list('Slides that still overflow:', overflows.map(({ lecture, title, slide, below, beyond }) =>
      `${lecture}, slide ${slide} (${title}): ${Math.max(below, beyond)} px`)),
    ...unlisted.flatMap(({ contents, files }) => list(`Not in ${contents}, so after the others:`, shortList(files))),
    ...list('No longer among the documents; their lectures stay as they are:', gone.map(goneLine)),
    ...list('Left out (--report FILE lists every file):', leftOutLines(inputs)),
    ...list('Left out, as parts of a page around its text (--report FILE says all of it):', shortList(kept.furniture)),
    ...furniture ? ['', furniture] : [],
    ...problems.length ? [''] : [],
    ...problems.map(problem => `${style('yellow', 'left out')} ${formatProblem(problem)}`),
    '',
    `${isDryRun ? 'Would write' : 'Wrote'} ${count} to ${target}.`,
    ...isDryRun ? [] : nextSteps(root),
  ].join('\n')
}

function nextSteps(root: string): string[] {
  const isHere = path.resolve(root) === (process.env.DOCENT_TYPED ? process.cwd() : toolkitRoot)
  const course = isHere ? '' : ` --course ${quoted(displayPath(root))}`
  const [start, build] = [typed(`start${course}`), typed(`build${course}`)]
  const width = Math.max(start.length, build.length)
  return [`  ${start.padEnd(width)}  to look at it and change it`, `  ${build.padEnd(width)}  to make the site`]
}

function quoted(file: string): string {
  return /^[\w./~+-]+$/.test(file) ? file : `'${file.replaceAll('\'', '\'\\\'\'')}'`
}

function dividedLines(lectures: readonly GeneratedLecture[]): string[] {
  const byDocument = new Map<string, GeneratedLecture[]>()
  for (const lecture of lectures.filter(({ split }) => split === 'auto'))
    byDocument.set(lecture.document.file, [...byDocument.get(lecture.document.file) ?? [], lecture])
  return [...byDocument].filter(([, own]) => own.length > 1).map(([file, own]) => {
    const slides = own.reduce((sum, { lecture }) => sum + lecture.texts.length, 0)
    return `${path.basename(file)}: ${slides} slides in ${own.length} lectures`
  })
}

function goneLine({ document, lectures, isThere }: GeneratedCourse['gone'][number]): string {
  return `${displayPath(document)}${isThere ? ' (it is there, and left out)' : ''}: ${lectures.join(', ')}`
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

function missingPictures(lectures: readonly GeneratedLecture[], remote: boolean): string[] {
  return lectures.flatMap(lecture =>
    lecture.missingPictures.filter(url => isRemote(url) === remote).map(url => `${nameOf(lecture)}: ${url}`))
}

function faultsOf({ document, lecture }: GeneratedLecture): string[] {
  return lecture.faults.map(({ title, line, why }) => {
    const place = line === undefined ? '' : placeInFile(document, line)
    return `${displayPath(document.file)}${place}: "${title}": ${why.trim()}`
  })
}

/** Of a converted document only a notebook knows what a line was in its file. */
function placeInFile({ format, places }: SourceDocument, line: number): string {
  if (isPlainFormat(format))
    return `:${line}`
  return places?.[line - 1] ? `, ${places[line - 1]}` : ''
}

/** Lines below a title; nothing where there are none. */
function list(title: string, lines: readonly string[]): string[] {
  return lines.length ? ['', title, ...lines.map(line => `  ${line}`)] : []
}
