import type { Problem } from '../../core/errors.ts'
import type { Progress } from '../../core/progress.ts'
import type { Course } from '../../course/course.ts'
import type { WrittenFiles } from '../../paper/print-files.ts'
import type { ServedDecks } from '../../paper/served-decks.ts'
import type { SlideChange } from './compare-slides.ts'
import path from 'node:path'
import { loadCourse } from '../../check/load-course.ts'
import { throwProblems } from '../../core/errors.ts'
import { replaceFile } from '../../core/output.ts'
import { selectLectures } from '../../course/select.ts'
import { readHandout } from '../../paper/handout/handout.ts'
import { leakFinder } from '../../paper/leaks/find-leaks.ts'
import { printFiles, writeFiles } from '../../paper/print-files.ts'
import { withServedDecks } from '../../paper/served-decks.ts'
import { changesPage } from './changes-page.ts'
import { compareSlides } from './compare-slides.ts'
import { checkOutCourse } from './old-course.ts'
import { looksSame, picturesOf } from './slide-pictures.ts'

interface FindChangesOptions {
  /** Folder of the course. */
  root: string
  slugs: readonly string[]
  /** A revision of git. */
  since: string
  /** Folder for the page and the errata. */
  out: string
  /** Whether only texts are compared: no deck is built and nothing is written. */
  textOnly: boolean
  executablePath?: string
  progress: Progress
}

interface FoundChanges extends Partial<WrittenFiles> {
  changes: SlideChange[]
  revision: string
}

/**
 * Which slides have changed since a revision: their texts first, then what they look like. Writes them side by side
 * into `changes.html`, and a handout of only these, `errata-<slug>.pdf`, for each lecture that has some.
 */
export async function findChanges(options: FindChangesOptions): Promise<FoundChanges> {
  const { slugs, since, textOnly } = options
  const started = Date.now()
  const whole = await loadCourse(options.root)
  const old = await checkOutCourse(whole.root, since)
  try {
    const before = await loadCourse(old.root)
    const after = { ...whole, lectures: selectLectures(whole, slugs) }
    const wanted = new Set(after.lectures.map(({ slug }) => slug))
    const compared = compareSlides(slugs.length ? only(before, wanted) : before, after)
    if (textOnly)
      return { changes: inOrder(compared.changes, after.lectures), revision: old.revision }
    const { revision } = old
    const looked = await lookAtChanges({ before, whole, after, compared, started, revision, ...options })
    return { ...looked, revision }
  }
  finally {
    await old.remove()
  }
}

function only(course: Course, slugs: ReadonlySet<string>): Course {
  return { ...course, lectures: course.lectures.filter(({ slug }) => slugs.has(slug)) }
}

interface LookOptions extends FindChangesOptions {
  before: Course
  /** The course as it is, and the lectures of it that are wanted. */
  whole: Course
  after: Course
  compared: ReturnType<typeof compareSlides>
  started: number
  revision: string
}

async function lookAtChanges(options: LookOptions): Promise<Omit<FoundChanges, 'revision'>> {
  const { before, whole, after, compared, started: since, out, executablePath, progress, revision } = options
  const wanted = new Set(after.lectures.map(({ slug }) => slug))
  const serving = { audience: 'public', since, executablePath, progress } as const
  const was = await withServedDecks(before, serving, (decks) => {
    progress.step('Taking pictures of slides as they were')
    return picturesOf(decks, only(before, wanted), progress)
  })
  return withServedDecks(whole, serving, async (decks) => {
    progress.step('Taking pictures of slides as they are')
    const is = await picturesOf(decks, after, progress)
    const found = [...compared.changes]
    for (const { lecture, before: old, after: now } of compared.same) {
      const [one, other] = [was.get(`${lecture} ${old.number}`), is.get(`${lecture} ${now.number}`)]
      if (one && other && !await looksSame(one, other))
        found.push({ lecture, id: now.id, what: 'picture', before: old, after: now })
    }
    const changes = inOrder(found, after.lectures)
    const page = changesPage(changes, { title: whole.title, revision, before: was, after: is })
    await replaceFile(path.resolve(out, 'changes.html'), page)
    return { changes, ...await writeErrata(decks, changes, options) }
  })
}

/** Changes as the slides stand in the course; of slides that are gone, as they stood. */
function inOrder(changes: readonly SlideChange[], lectures: Course['lectures']): SlideChange[] {
  const slugs = lectures.map(({ slug }) => slug)
  const place = ({ lecture, before, after }: SlideChange) => {
    const at = slugs.indexOf(lecture)
    return (at < 0 ? slugs.length : at) * 1e6 + (after ?? before)!.number
  }
  return [...changes].sort((a, b) => place(a) - place(b))
}

async function writeErrata(
  { browser, origin }: ServedDecks,
  changes: readonly SlideChange[],
  { after, whole, out, progress, revision }: LookOptions,
): Promise<WrittenFiles> {
  const numbersOf = (lecture: string) => changes.flatMap(change =>
    change.lecture === lecture && change.after ? [change.after.number] : [])
  const course = { ...after, lectures: after.lectures.filter(({ slug }) => numbersOf(slug).length) }
  if (!course.lectures.length)
    return { files: [], warnings: [] }
  progress.step('Printing errata')
  const { files, warnings } = await printFiles(browser, {
    course,
    origin,
    handouts: [readHandout({ layout: '2-notes' })],
    handoutRange: ({ slug }) => numbersOf(slug),
    handoutsSince: revision,
    name: slug => `errata-${slug}.pdf`,
    progress,
  })
  const find = await leakFinder(whole)
  const leaks: Problem[] = []
  for (const { name, pdf } of files)
    leaks.push(...await find(name, pdf))
  throwProblems(leaks)
  return { files: await writeFiles(out, files), warnings }
}
