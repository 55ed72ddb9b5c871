import type { Problem } from '../core/errors.ts'
import type { Course, Slide } from '../course/course.ts'
import type { RemoteThing } from '../remote/embeds.ts'
import type { LocatedRemote } from '../remote/in-slides.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { filesBelow } from '../core/files.ts'
import { remoteKeys } from '../remote/front-matter.ts'
import { remoteInComponent, remoteInSlide, remoteInStyleSheet } from '../remote/in-slides.ts'
import { isRemotePolicy, remotePolicies } from '../shared/remote-policies.ts'

const SAVE = 'Save it in public/ and write its path from there, with a leading slash'
/** What an author can keep as a file of the course. */
const FILES = /picture|video$|sound|file/

/**
 * What a course shows of other hosts: problems where the course says `remote: error`, else warnings that say what
 * stands in its place; nothing where the course keeps it.
 */
export async function remoteProblems(course: Course): Promise<{ problems: Problem[], warnings: Problem[] }> {
  const policy = policyProblems(course)
  if (course.remote === 'keep')
    return { problems: [], warnings: policy }
  const slides = course.lectures.flatMap(lecture => lecture.slides)
  const found = [...slides.flatMap(inSlide), ...await inFiles(course.root)]
  const told = found.map(({ file, line, ...thing }) => ({ ...remoteProblem(thing, course), file, line }))
  return course.remote === 'error'
    ? { problems: told, warnings: policy }
    : { problems: [], warnings: [...policy, ...told] }
}

function policyProblems({ headmatter: { remote }, entry }: Course): Problem[] {
  if (remote === undefined || remote === false || isRemotePolicy(remote))
    return []
  const names = Object.keys(remotePolicies).join(', ')
  const message = `"remote" in slides.md is one of ${names}, not ${JSON.stringify(remote)}; it is ignored.`
  const hint = 'Nobody on another machine reaches what npm start and npm run present serve.'
  return [{ message, hint, file: entry, line: 1 }]
}

function remoteProblem({ what, address, source }: RemoteThing, { remote }: Course): Pick<Problem, 'message' | 'hint'> {
  const thing = source === undefined ? `${what} ${address}` : `${what}, which is drawn at ${new URL(address).host},`
  if (remote === 'error')
    return { message: `The ${thing} lies on another host.`, hint: `${SAVE}: the course works without a network.` }
  const place = what === 'file of a style sheet' ? 'it is left out' : remotePolicies.still
  return {
    message: `The ${thing} lies on another host: ${place}.`,
    hint: FILES.test(what)
      ? `${SAVE}; or write remote: keep in slides.md to have it in live decks.`
      : 'Write remote: keep in slides.md to have it in live decks.',
  }
}

function inSlide({ content, frontmatter, file, line, keyLines }: Slide) {
  const keys = remoteKeys(frontmatter).map(({ key, ...thing }) => ({ ...thing, line: keyLines[key] ?? line }))
  return [...keys, ...remoteInSlide(content, line)].map(found => ({ ...found, file }))
}

/** Reads what a file shows of other hosts, by its ending. */
const readers: Readonly<Record<string, (text: string) => LocatedRemote[]>> = {
  '.vue': remoteInComponent,
  '.css': text => remoteInStyleSheet(text),
}

/** Where a course has components and styles of its own. */
const FOLDERS = ['components', 'layouts', 'styles']
const OWN_FILES = /^(?:(?:global|slide)-(?:top|bottom)\.vue|styles?\.css)$/

async function inFiles(root: string): Promise<(LocatedRemote & { file: string })[]> {
  const top = (await fs.readdir(root)).filter(name => OWN_FILES.test(name)).map(name => path.join(root, name))
  const below = (await Promise.all(FOLDERS.map(name => filesBelow(path.join(root, name))))).flat()
  const read = await Promise.all([...top, ...below].map(async (file) => {
    const reader = readers[path.extname(file)]
    return reader ? reader(await fs.readFile(file, 'utf8')).map(found => ({ ...found, file })) : []
  }))
  return read.flat()
}
