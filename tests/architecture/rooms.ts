/** A room of the house: a folder whose modules may import only some other rooms. */
export interface Room {
  /** Rooms that its modules may import, besides itself. */
  imports: readonly string[]
  /** Why: what a test says beside an arrow that goes elsewhere. */
  rule: string
  /** Whether its modules run in a browser, so that nothing they load may need Node. */
  browser?: true
}

const floor = ['core', 'shared', 'language']
const reading = [...floor, 'slidev/contract', 'markdown', 'course', 'remote', 'fonts']
const engine = [...reading, 'stack', 'check', 'mermaid', 'slidev', 'browser']

/** Every room and what it may import. `ARCHITECTURE.md` says the same in words; a folder of src/ that is missing here fails the test. */
export const rooms: Readonly<Record<string, Room>> = {
  'src/core': { imports: [], rule: 'core is the floor: it imports nothing of ours' },
  'src/shared': { imports: ['language'], rule: 'shared is read by browser and Node, and imports nothing of ours but words', browser: true },
  'src/language': { imports: [], rule: 'what Docent says is tables, read by browser and Node', browser: true },
  'src/slidev/contract': { imports: ['core'], rule: 'the contract only says what Slidev is like' },
  'src/slidev/client': { imports: ['shared', 'language', 'slidev/contract'], rule: 'what runs in a deck reaches no Node room', browser: true },
  'src/markdown': { imports: floor, rule: 'markdown is text in, data out: it knows no course' },
  'src/stack': { imports: [...floor, 'markdown'], rule: 'a drawing is pure: text or data in, SVG out' },
  'src/remote': { imports: [...floor, 'markdown'], rule: 'what is remote is found in text, and its still is text' },
  'src/course': { imports: [...floor, 'slidev/contract', 'markdown'], rule: 'the course is read before anything is made of it' },
  'src/fonts': { imports: [...floor, 'course'], rule: 'typefaces are chosen for the texts of a course' },
  'src/check': { imports: [...reading, 'stack'], rule: 'checks read the course; nothing that makes outputs' },
  'src/browser': { imports: floor, rule: 'a browser is found, launched and served without knowing what for' },
  'src/mermaid': { imports: [...reading, 'browser'], rule: 'diagrams are drawn from a course, before its decks are built' },
  'src/slidev': { imports: [...reading, 'stack', 'check', 'mermaid', 'browser', 'slidev/contract'], rule: 'decks are built from a course; what is made of decks is above' },
  'src/talk': { imports: [...reading, 'check'], rule: 'a recorded talk is read beside its course; pages and paper are above' },
  'src/paper': { imports: [...engine, 'packages/pdf-ua'], rule: 'paper is made from decks; the site is above' },
  'src/recording': { imports: [...engine, 'talk', 'paper'], rule: 'a video is looked at beside its deck; pages are above' },
  'src/site': { imports: [...engine, 'talk', 'paper', 'pages'], rule: 'the site puts together what the rooms below have made' },
  'src/live': { imports: [...engine, 'talk', 'paper', 'site'], rule: 'a talk shows decks and frozen slides, and is written down' },
  'src/gate': { imports: [...engine, 'talk', 'paper'], rule: 'the gate looks at what the rooms below read, build and print' },
  'src/generate': { imports: engine.concat('paper'), rule: 'documents become Markdown; what is made of it is not the generator\'s' },
  'src/api': { imports: ['*'], rule: 'programs import the same as commands do' },
  'src/new': { imports: [...floor, 'slidev/contract', 'check', 'browser', 'generate'], rule: 'a new course is files: what is made of it is above' },
  'src/cli': { imports: [...reading, 'check', 'browser'], rule: 'the frame of commands; only commands import it' },
  'packages/pdf-ua': { imports: [], rule: 'the package is useful without Docent: it imports nothing of ours' },
  'components': { imports: ['core', 'shared', 'language', 'stack', 'slidev/client'], rule: 'components reach no Node room', browser: true },
  'layouts': { imports: ['shared', 'language', 'slidev/client', 'slidev/contract'], rule: 'layouts reach no Node room', browser: true },
  'pages/client': { imports: ['shared', 'language', 'pages'], rule: 'scripts of pages reach no Node room', browser: true },
  'pages': { imports: ['shared', 'language', 'styles', 'pages/client'], rule: 'pages show plain data: they reach no Node room' },
  'styles': { imports: [], rule: 'styles import packages only' },
  'setup': { imports: ['core', 'shared', 'language', 'slidev', 'slidev/client', 'slidev/contract', 'markdown', 'mermaid', 'remote', 'stack'], rule: 'hooks of Slidev hand over to the toolkit' },
  'scripts': { imports: ['*'], rule: 'commands import no commands' },
  'bench': { imports: ['*'], rule: 'the bench measures the toolkit' },
}
