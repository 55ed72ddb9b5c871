import type { Sentence } from './error-sentences.ts'

/** What a person does where the sentences of a room are said, in the order of the page. */
const HEADINGS: Record<string, string> = {
  scripts: 'Flags of a command',
  new: 'A new course',
  course: 'The files of a course',
  check: 'What is written on slides and in notes',
  markdown: 'Blocks and formulas',
  stack: 'Stack diagrams',
  mermaid: 'Mermaid diagrams',
  remote: 'What lies on another host',
  slidev: 'Building decks',
  browser: 'The browser, and ports',
  core: 'Writing files',
  paper: 'Printing slides and handouts',
  site: 'The site',
  generate: 'Making lectures from documents',
  gate: 'The check, and what has changed',
  talk: 'Recorded talks and their cues',
  recording: 'Videos',
  live: 'Giving a talk',
  cli: 'Looking whether all is there',
}

/** Parts of the page: a heading and a table for each room, sentences in the order of the alphabet. */
export function errorsParts(sentences: readonly Sentence[]): string[] {
  const untold = sentences.map(({ file }) => roomOf(file)).filter(room => !HEADINGS[room])
  if (untold.length)
    throw new Error(`The page of errors has no heading for ${[...new Set(untold)].join(', ')}.`)
  return Object.entries(HEADINGS).flatMap(([room, heading]) => {
    const said = sentences.filter(({ file }) => roomOf(file) === room)
    return said.length ? [`## ${heading}`, table(said)] : []
  })
}

function roomOf(file: string): string {
  const [top = '', room = ''] = file.split('/')
  return top === 'src' ? room : top
}

function table(sentences: readonly Sentence[]): string {
  const byMessage = new Map<string, Set<string>>()
  for (const { message, hints } of sentences)
    byMessage.set(message, new Set([...byMessage.get(message) ?? [], ...hints]))
  const rows = [...byMessage]
    .sort(([a], [b]) => letters(a) < letters(b) ? -1 : 1)
    .map(([message, hints]) => `| ${message} | ${[...hints].join('<br>or: ')} |`)
  return ['| what it says | what to do |', '| --- | --- |', ...rows].join('\n')
}

/** A sentence by its first words, whatever stands before them. */
function letters(message: string): string {
  return message.replace(/\*[^*]+\*/g, '').replace(/^[^a-z]+/i, '').toLowerCase()
}
