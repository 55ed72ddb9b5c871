import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What `docent` can do, each a file of `scripts/`, with a line of its help. */
export const COMMANDS = {
  new: 'makes a new course, from nothing or from a document',
  start: 'serves the course for writing; each change shows at once',
  build: 'builds the whole site',
  present: 'gives a talk: presenter view, wall, and phones that follow',
  export: 'prints the slides as PDF or pictures',
  handout: 'prints handouts',
  generate: 'makes lectures from documents, and brings later changes in',
  check: 'looks for what is wrong with a course, in its Markdown and in a browser',
  changes: 'shows which slides have changed since a revision of git',
  cues: 'shows, checks and mends the cue log of a recorded talk, or recovers it from a video',
  talk: 'shows a talk that was given',
  relay: 'lets a room follow through a host that phones can reach',
  doctor: 'looks whether all that is needed is there',
}

/**
 * @param {string} typed what stands before a command
 * @returns {string} the help of `docent` itself
 */
export function overview(typed) {
  const width = Math.max(...Object.keys(COMMANDS).map(name => name.length)) + 2
  return [
    'Write a lecture once, in Markdown: live deck, PDF slides, handouts, course site.',
    '',
    `Usage: ${typed} <command> [options]`,
    '',
    ...Object.entries(COMMANDS).map(([name, text]) => `  ${name.padEnd(width)}${text}`),
    '',
    `  ${typed} <command> --help says which options a command has,`,
    `  ${typed} completion bash|zsh|fish prints what completes them in a shell.`,
  ].join('\n')
}

/** What to say of a command that is not there. */
export async function unknownCommand(name, typed) {
  const { closest, distance } = await import('fastest-levenshtein')
  const near = closest(name.toLowerCase(), [...Object.keys(COMMANDS), 'completion', 'help'])
  const isNear = distance(name.toLowerCase(), near) <= Math.max(1, name.length * 0.4) || near.startsWith(name)
  const hint = isNear ? `Did you mean ${typed} ${near}?` : `See what there is: ${typed} --help`
  return `There is no command "${name}". ${hint}`
}

/** The installed version of Docent. */
export function version() {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8')).version
}
