import type { Problem } from '../core/errors.ts'
import type { RemotePolicy } from '../shared/remote-policies.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { createJiti } from 'jiti'
import { suggest } from '../core/did-you-mean.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { isRemotePolicy, remotePolicies } from '../shared/remote-policies.ts'

/** The file of a course's settings, beside `slides.md`. */
export const SETTINGS_FILE = 'docent.config.ts'

/** What a course says of its building and hosting; what it says of itself stands in the headmatter of `slides.md`. */
export interface CourseSettings {
  /** Where the course is hosted, e.g. `https://example.org/networks`. */
  url?: string
  /** Public base path of the built site, beginning and ending with a slash; `./` works below any path. */
  base?: string
  /** Folder into which `build` writes, from that of the course; `dist` without it. */
  out?: string
  /** What becomes of what lies on another host. */
  remote?: RemotePolicy
  /** Folders beside the course from which slides may import. */
  folders?: string[]
  /** The handouts that a build makes: a layout, or what differs from the default. */
  handouts?: (string | Record<string, string>)[] | false
  /** Kinds of layers that all diagrams have, by name. */
  kinds?: Record<string, { label?: string, tone?: string, pattern?: string }>
}

interface Rule { wants: string, isRight: (value: unknown) => boolean }

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

const RULES: Record<keyof CourseSettings, Rule> = {
  url: { wants: 'an address that begins with https://', isRight: value => isText(value) && /^https?:\/\//.test(value) },
  base: {
    wants: './ or a path that begins and ends with a slash',
    isRight: value => isText(value) && /^(?:\.\/|\/(?:.*\/)?)$/.test(value),
  },
  out: { wants: 'the path of a folder', isRight: isText },
  remote: { wants: `one of ${Object.keys(remotePolicies).join(', ')}`, isRight: isRemotePolicy },
  folders: { wants: 'a list of folders', isRight: value => Array.isArray(value) && value.every(isText) },
  handouts: {
    wants: 'a list of handouts, or false',
    isRight: value => value === false || (Array.isArray(value) && value.every(one => isText(one) || isRecord(one))),
  },
  kinds: { wants: 'kinds by name', isRight: isRecord },
}

/** Settings that only commands read; the others may stand in the headmatter too. */
const OF_COMMANDS: readonly string[] = ['base', 'out'] satisfies (keyof CourseSettings)[]

export const settingNames = Object.keys(RULES) as (keyof CourseSettings)[]

/** A course's settings, and what is wrong with them. */
export interface ReadSettings {
  settings: CourseSettings
  problems: Problem[]
}

/** Reads `docent.config.ts` of a course; without one there are no settings. */
export async function readSettings(root: string): Promise<ReadSettings> {
  const file = path.join(root, SETTINGS_FILE)
  if (!existsSync(file))
    return { settings: {}, problems: [] }
  const text = await fs.readFile(file, 'utf8')
  const problem = (message: string, hint?: string, line = 1) => ({ message, hint, file, line })
  let value: unknown
  try {
    // The course may be there before its packages are installed.
    const alias = { docent: path.join(toolkitRoot, 'src/course/define-course.ts') }
    value = await createJiti(import.meta.url, { moduleCache: false, alias }).import(file, { default: true })
  }
  catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const [words = ''] = said.split('\n')
    const line = Number(/:(\d+):\d+/.exec(said)?.[1] ?? 1)
    return { settings: {}, problems: [problem(`The settings cannot be read: ${words.trim()}.`, undefined, line)] }
  }
  if (!isRecord(value)) {
    const message = 'This file does not export the settings of the course.'
    return { settings: {}, problems: [problem(message, 'Write: export default defineCourse({ … })')] }
  }
  const written = Object.entries(value as object).filter(([, value]) => value !== undefined)
  return {
    settings: Object.fromEntries(written.filter(([key, value]) => ruleOf(key)?.isRight(value))),
    problems: written.flatMap(([key, value]) => {
      const rule = ruleOf(key)
      if (rule?.isRight(value))
        return []
      const line = lineOf(text, key)
      const all = `There are: ${settingNames.join(', ')}.`
      return rule
        ? [problem(`The setting "${key}" is ${rule.wants}.`, undefined, line)]
        : [problem(`There is no setting "${key}".`, `${suggest(key, settingNames)}${all}`, line)]
    }),
  }
}

function ruleOf(key: string): Rule | undefined {
  return Object.hasOwn(RULES, key) ? RULES[key as keyof CourseSettings] : undefined
}

/**
 * The headmatter of a course with what its settings say in its place, and where the two disagree.
 * @param keyLines lines of the headmatter's keys in `entry`
 */
export function withSettings(
  headmatter: Readonly<Record<string, unknown>>,
  settings: CourseSettings,
  { entry, keyLines }: { entry: string, keyLines: Readonly<Record<string, number>> },
): { headmatter: Record<string, unknown>, problems: Problem[] } {
  const said = Object.entries(settings).filter(([key]) => !OF_COMMANDS.includes(key))
  const problems = said
    .filter(([key, value]) => key in headmatter && JSON.stringify(headmatter[key]) !== JSON.stringify(value))
    .map(([key]): Problem => ({
      message: `"${key}" is one thing here and another in ${SETTINGS_FILE}.`,
      hint: 'Keep one of the two.',
      file: entry,
      line: keyLines[key] ?? 1,
    }))
  return { headmatter: { ...Object.fromEntries(said), ...headmatter }, problems }
}

/** Where a key stands in the text of the file. */
function lineOf(text: string, key: string): number {
  const keys = /(?:^|[{,])\s*(?:(['"])(.+?)\1|([\w$]+))(?=\s*[:,}])/g
  const at = text.split('\n').findIndex(line =>
    [...line.matchAll(keys)].some(([, , quoted, bare]) => (quoted ?? bare) === key))
  return at + 1 || 1
}
