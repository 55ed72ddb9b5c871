import type { Stats } from 'node:fs'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** A folder whose names matter: a file more or less in it changes what is made. */
export interface ListedFolder {
  folder: string
  /** With all that is below it; else only its own files that look like sources. */
  deep: boolean
}

/** What something is made from. */
export interface InputList {
  /** Absolute paths; also of files that were looked for and are not there. */
  files: Iterable<string>
  /** Files that are too large to be read, as programs are; their marks alone must be the same. */
  stamps?: Iterable<string>
  folders: Iterable<ListedFolder>
  /** Folders of which the talks matter that are written down there, as they do nowhere else. */
  talkFolders?: Iterable<string>
  /** Names of the environment whose values were read, or may have been. */
  environment: Iterable<string>
}

/** What something was made from, as it was then. As JSON it can be kept beside the output. */
export interface Inputs {
  values: string
  /** By path; null where there is no such file. */
  files: Record<string, FileState | null>
  folders: Record<string, FolderState>
  talkFolders: Record<string, string>
  environment: Record<string, string>
}

interface FileState {
  /** None where the marks alone tell. */
  hash?: string
  /** While these are the same the content is: programs can set the time of a file, but not that of its last change. */
  marks: readonly number[]
}

interface FolderState {
  deep: boolean
  names: string
}

/** Bytes that are read at once. */
const PART = 1 << 18

/** What a talk leaves beside its lecture, while it is given: nothing is made of it but by commands that name it. */
const WRITTEN_TALK = /\.talk-[\d-]+\.jsonl$/

/** In a folder of which not everything matters: no notes, no outputs, no traces of editors. */
const SOURCE_NAME = /^(?:\.env(?:\..+)?|[^.].*\.(?:\w*css|vue|[cm]?[jt]sx?|sass|less|styl|html|json5?|ya?ml|lock))$/

/**
 * What something was made from.
 * @param values what else it depends on, such as options; anything that JSON can write
 * @param since when its making began, in milliseconds
 * @returns undefined where a file has changed since: nobody knows then which of its states was read
 */
export function takeInputs(lists: readonly InputList[], values: unknown, since: number): Inputs | undefined {
  const inputs: Inputs = { values: hashValue(values), files: {}, folders: {}, talkFolders: {}, environment: {} }
  for (const name of lists.flatMap(({ environment }) => [...environment]))
    inputs.environment[name] = hashValue(process.env[name])
  const all = new Set(lists.flatMap(({ files }) => [...files]))
  for (const { folder, deep } of lists.flatMap(({ folders }) => [...folders])) {
    // A folder that is listed in both ways is listed whole.
    if (inputs.folders[folder]?.deep)
      continue
    const names = namesIn(folder, deep)
    inputs.folders[folder] = { deep, names: hashValue(names) }
    for (const name of names)
      all.add(path.join(folder, name))
  }
  for (const folder of lists.flatMap(({ talkFolders = [] }) => [...talkFolders])) {
    const names = talksIn(folder)
    inputs.talkFolders[folder] = hashValue(names)
    names.forEach(name => all.add(path.join(folder, name)))
  }
  for (const file of [...all].sort()) {
    const stats = statOf(file)
    if (stats && stats.ctimeMs >= since)
      return
    inputs.files[file] = stats ? { hash: hashFile(file), marks: marksOf(stats) } : null
  }
  for (const file of lists.flatMap(({ stamps = [] }) => [...stamps])) {
    const stats = statOf(file)
    inputs.files[file] = stats ? { marks: marksOf(stats) } : null
  }
  return inputs
}

/** Whether all that something was made from is still the same; what is not a file is given anew. */
export function sameInputs(inputs: Inputs, values: unknown): boolean {
  return inputs.values === hashValue(values)
    && Object.entries(inputs.environment).every(([name, value]) => value === hashValue(process.env[name]))
    && Object.entries(inputs.talkFolders).every(([folder, names]) => names === hashValue(talksIn(folder)))
    && Object.entries(inputs.files).every(([file, state]) => sameFile(file, state))
    && Object.entries(inputs.folders).every(([folder, { deep, names }]) =>
      names === hashValue(namesIn(folder, deep)))
}

/** Whether the inputs that a file has kept are still the same. */
export function sameKeptInputs(file: string, values: unknown): boolean {
  try {
    return sameInputs(JSON.parse(readFileSync(file, 'utf8')) as Inputs, values)
  }
  catch {
    // Nothing is kept, or a crash has cut it.
    return false
  }
}

function sameFile(file: string, state: FileState | null): boolean {
  const stats = statOf(file)
  if (!stats || !state)
    return !stats && !state
  return marksOf(stats).every((mark, i) => mark === state.marks[i])
    || (state.hash !== undefined && hashFile(file) === state.hash)
}

/** Nothing for what is not there, or is not a file. */
function statOf(file: string): Stats | undefined {
  try {
    const stats = statSync(file)
    return stats.isFile() ? stats : undefined
  }
  catch {
    return undefined
  }
}

function marksOf({ ino, size, mtimeMs, ctimeMs }: Stats): number[] {
  return [ino, size, mtimeMs, ctimeMs]
}

/** Sorted names of the talks that are written down in a folder. */
function talksIn(folder: string): string[] {
  return readFolder(folder).map(({ name }) => name).filter(name => WRITTEN_TALK.test(name)).sort()
}

/** Sorted paths below a folder; those that links lead to as well. */
function namesIn(folder: string, deep: boolean, above: readonly string[] = []): string[] {
  const entries = readFolder(folder)
  if (!deep)
    return entries.filter(({ name }) => SOURCE_NAME.test(name)).map(({ name }) => name).sort()
  const own = realpathOf(folder)
  if (above.includes(own))
    return []
  return entries.flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (WRITTEN_TALK.test(entry.name))
      return []
    if (entry.isFile() || statOf(file))
      return [entry.name]
    return entry.name === 'node_modules'
      ? []
      : namesIn(file, true, [...above, own]).map(name => path.join(entry.name, name))
  }).sort()
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  }
  catch {
    return []
  }
}

function realpathOf(folder: string): string {
  try {
    return realpathSync(folder)
  }
  catch {
    return folder
  }
}

/** A hash of what a file holds, however large it is. */
export function hashFile(file: string): string {
  const hash = createHash('sha256')
  const part = Buffer.allocUnsafe(PART)
  const handle = openSync(file, 'r')
  try {
    for (let read = readSync(handle, part); read > 0; read = readSync(handle, part))
      hash.update(part.subarray(0, read))
  }
  finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}

/** A hash of what a file would hold. */
export function hashBytes(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A hash of a text, or of anything that JSON can write. */
export function hashValue(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value) ?? '').digest('hex')
}
