import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'

/** A kind of assumption about other packages, and how it is tried. */
interface Proof {
  name: string
  /**
   * @param toolkit folder of a toolkit with its packages
   * @param work folder for what is made
   * @returns what does not hold, each as its name and what was said
   */
  prove: (toolkit: string, work: string) => Promise<string[]>
}

/** Tests of the rooms that stand on other packages. */
const TESTS = ['slidev', 'course', 'check', 'mermaid', 'browser', 'components', 'fonts'].map(name => `tests/${name}`)
const MAX_TYPES = 20
/** Tests that are named for one reason. */
const MAX_TESTS = 4

/** From the cheapest to the dearest. */
export const proofs: readonly Proof[] = [
  { name: 'The contract with Slidev, and what is read and drawn', prove: proveTests },
  { name: 'Types', prove: proveTypes },
  { name: 'A new course is built without a warning, and the check finds nothing', prove: proveCourse },
  { name: 'What Slidev can show is built', prove: proveFeatures },
]

interface Ended { code: number, said: string, stdout: string }

function run(cwd: string, command: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1' }
    execFile(command, args, { cwd, maxBuffer: 64e6, env }, (error, stdout, stderr) => {
      const said = stripVTControlCharacters(`${stdout}\n${stderr}`).trim()
      resolve({ code: error ? Number(error.code) || 1 : 0, said, stdout })
    })
  })
}

interface Report {
  testResults: {
    name: string
    message: string
    assertionResults: { status: string, fullName: string, failureMessages: string[] }[]
  }[]
}

async function proveTests(toolkit: string, work: string): Promise<string[]> {
  const file = path.join(work, 'tests.json')
  const args = ['vitest', 'run', '--project', 'unit', '--reporter', 'json', '--outputFile', file, ...TESTS]
  const { code, said } = await run(toolkit, 'npx', args)
  if (code === 0)
    return []
  const text = await fs.readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined)
    return [lastLines(said)]
  const { testResults } = JSON.parse(text) as Report
  return byReason(testResults.flatMap(({ name, message, assertionResults }) => {
    const where = path.relative(toolkit, name)
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const faults = failed.map(({ fullName, failureMessages: [why = ''] }) => ({ test: `${where}: ${fullName}`, why }))
    // A file that cannot be loaded has no tests to fail.
    return faults.length || !message ? faults : [{ test: where, why: message }]
  }))
}

/** Each reason once, with the tests that it fails. */
function byReason(faults: readonly { test: string, why: string }[]): string[] {
  const tests = new Map<string, string[]>()
  for (const { test, why } of faults) {
    const [first = ''] = stripVTControlCharacters(why).split('\n')
    // What Vitest says of a test that has no end.
    const reason = first.replace(/^(?:\w*Error: )+/, '').replace('STACK_TRACE_ERROR', 'It does not end in time.')
    tests.set(reason, [...tests.get(reason) ?? [], test])
  }
  return Array.from(tests, ([reason, names]) => {
    const more = names.length > MAX_TESTS ? [`and ${names.length - MAX_TESTS} more`] : []
    return [reason.slice(0, 300), ...names.slice(0, MAX_TESTS), ...more].join('\n')
  })
}

async function proveTypes(toolkit: string): Promise<string[]> {
  const { code, said } = await run(toolkit, 'npx', ['vue-tsc', '--noEmit'])
  const faults = said.split('\n').filter(line => /: error TS\d+/.test(line))
  return code === 0 ? [] : (faults.length ? faults : [lastLines(said)]).slice(0, MAX_TYPES)
}

async function proveCourse(toolkit: string, work: string): Promise<string[]> {
  const root = path.join(work, 'course')
  const made = await docent(toolkit, 'new', root)
  // A course elsewhere has its packages beside it.
  await fs.symlink(path.join(toolkit, 'node_modules'), path.join(work, 'node_modules')).catch(() => {})
  const ended = made.code === 0
    ? [await docent(toolkit, 'build', '--course', root, '--strict'), await docent(toolkit, 'check', '--course', root)]
    : [made]
  return ended.filter(({ code }) => code !== 0).map(({ said }) => lastLines(said))
}

async function proveFeatures(toolkit: string, work: string): Promise<string[]> {
  const course = path.join(toolkit, 'tests/fixtures/courses/slidev')
  const { code, said } = await docent(toolkit, 'build', '--course', course, '--out', path.join(work, 'features'))
  return code === 0 ? [] : [lastLines(said)]
}

function docent(toolkit: string, name: string, ...args: string[]): Promise<Ended> {
  return run(toolkit, process.execPath, ['src/cli/run.js', `scripts/${name}.ts`, ...args])
}

function lastLines(said: string): string {
  return said.split('\n').filter(line => line.trim()).slice(-12).join('\n')
}
