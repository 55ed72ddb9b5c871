/** A change after which a build must be as one from nothing. */
export interface Change {
  name: string
  /** What takes the place of which text, by file; an empty text stands for the whole file, undefined takes it away. */
  files?: Readonly<Record<string, readonly [from: string, to: string | undefined]>>
  /** Whether its files keep their size and the time of their last change. */
  stealthy?: true
  /** What is built before the next change, so that this one is of something else. */
  before?: Change
  /** Flags of this build and all later ones. */
  flags?: readonly string[]
  /** The environment of this build and all later ones. */
  environment?: Readonly<Record<string, string>>
  /** Whether nothing of the site may differ. */
  changesNothing?: true
}

const slide = (from: string, to: string) => ({ 'course/slides/01-one.md': [from, to] as const })
const other = (from: string, to: string) => ({ 'course/slides/02-two.md': [from, to] as const })
const LECTURES = '---\nsrc: ./slides/01-one.md\n---\n\n---\nsrc: ./slides/02-two.md\n---\n'
const TURNED = '---\nsrc: ./slides/02-two.md\n---\n\n---\nsrc: ./slides/01-one.md\n---\n'

/** Every kind of change that an author makes, and those that happen around a course. Each comes on top of the last. */
export const changes: readonly Change[] = [
  { name: 'a slide', files: slide('First words', 'Other words') },
  { name: 'a slide, with the same size and time', files: slide('Other words', 'Third words'), stealthy: true },
  { name: 'a note', files: slide('A note of', 'An edited note of') },
  { name: 'front matter', files: slide('layout: own', 'id: aside\nlayout: own') },
  { name: 'a slide more', files: slide('layout: own', 'layout: own\n---\n\n# Between\n\n---\nlayout: own') },
  { name: 'a stack diagram', files: slide('label: Linux', 'label: Unix') },
  { name: 'a Mermaid diagram', files: { 'course/parts/part.md': ['a --> b', 'a --> c'] } },
  { name: 'a slide that is imported', files: { 'course/parts/part.md': ['# A part', '# One part'] } },
  { name: 'a slide from a folder beside the course', files: { 'shared/far.md': ['From afar', 'From far away'] } },
  { name: 'a component', files: { 'course/components/Data.vue': ['Total', 'Sum'] } },
  { name: 'what a component imports', files: { 'course/lib/total.ts': ['list.reduce(add)', 'list.reduce(add) * 2'] } },
  { name: 'what that imports, outside of the course', files: { 'outside/add.ts': ['a + b', 'a + b + 1'] } },
  { name: 'JSON, with the same size and time', files: { 'course/data/figures.json': ['[1, 2]', '[3, 4]'] }, stealthy: true },
  { name: 'a file more that a pattern takes in', files: { 'course/data/more/b.json': ['', '20\n'] } },
  { name: 'a component of the toolkit\'s name', files: { 'course/components/Callout.vue': ['', '<template><p>mine</p></template>\n'] } },
  { name: 'a layout', files: { 'course/layouts/own.vue': ['<slot />', '<b>Own</b><slot />'] } },
  { name: 'a style', files: { 'course/styles/index.css': ['letter-spacing: 0', 'letter-spacing: 2px'] } },
  { name: 'a style that a style imports', files: { 'course/looks/inner.css': ['teal', 'crimson'] } },
  { name: 'a style of the theme', files: { 'course/theme/styles/index.css': ['2rem', '3rem'] } },
  { name: 'a layout of the theme', files: { 'course/theme/layouts/cover.vue': ['<slot />', '<i>Theme</i><slot />'] } },
  { name: 'a component of the addon', files: { 'course/addon/components/Extra.vue': ['extra', 'much more'] } },
  { name: 'a layer below all slides', files: { 'course/global-bottom.vue': ['bottom', 'ground'] } },
  { name: 'a layer above all slides that comes', files: { 'course/global-top.vue': ['', '<template><i class="abs-tl">top</i></template>\n'] } },
  { name: 'a picture in public', files: { 'course/public/bar.svg': ['navy', 'olive'] } },
  { name: 'a picture beside the slides', files: { 'course/slides/dot.svg': ['red', 'tan'] } },
  { name: 'a snippet', files: { 'course/snippets/hello.ts': ['console.log(1)', 'console.log(2)'] } },
  { name: 'what a setup imports', files: { 'course/setup/light.ts': ['vitesse-light', 'github-light'] } },
  { name: 'the extension of the parser', files: { 'course/setup/preparser.ts': ['a word', 'the word'] } },
  { name: 'the configuration of UnoCSS', files: { 'course/uno.config.ts': ['text-4xl', 'text-5xl'], ...slide('# One', '# <span class="big">One</span>') } },
  { name: '.env', files: { 'course/.env': ['=file', '=line'] } },
  { name: '.env.local that comes', files: { 'course/.env.local': ['', 'VITE_FROM_FILE=local\n'] } },
  { name: 'VITE_ of the environment', environment: { VITE_WORD: 'environment' } },
  { name: 'cues', files: { 'course/slides/01-one.cues.jsonl': ['15:05', '15:07'] } },
  { name: 'captions', files: { 'course/slides/01-one.captions.vtt': ['are said', 'were said'] } },
  { name: 'the title of the course', files: { 'course/slides.md': ['title: Caches', 'title: Stores'] } },
  { name: 'the handouts', files: { 'course/slides.md': ['handouts: [notes]', 'handouts: [3-lines]'] } },
  { name: 'the order of the lectures', files: { 'course/slides.md': [LECTURES, TURNED] } },
  { name: 'a package\'s version', files: { 'course/package.json': ['1.0.0', '1.0.1'] }, changesNothing: true },
  { name: 'the theme\'s defaults', files: { 'course/theme/package.json': ['"1.0.0"', '"1.0.1", "slidev": { "defaults": { "aspectRatio": "4/3" } }'] } },
  { name: 'one lecture, another in between', before: { name: 'in between', files: other('# Two', '# Second') }, files: slide('Third words', 'Fourth words') },
  { name: 'back to what was two builds ago', before: { name: 'forth', files: slide('Fourth words', 'Fifth words') }, files: slide('Fifth words', 'Fourth words') },
  { name: 'a lecture that comes', files: { 'course/slides/03-three.md': ['', '# Three\n'], 'course/slides.md': ['/01-one.md\n---\n', '/01-one.md\n---\n\n---\nsrc: ./slides/03-three.md\n---\n'] } },
  { name: 'a lecture that goes', files: { 'course/slides/03-three.md': ['', undefined], 'course/slides.md': ['\n---\nsrc: ./slides/03-three.md\n---\n', ''] } },
  { name: 'a style of the toolkit', files: { 'toolkit/styles/base.css': ['color-scheme: light;', 'color-scheme: only light;'] } },
  { name: 'a page of the toolkit', files: { 'toolkit/pages/CoursePage.vue': ['<template>', '<template>\n  <!-- x -->'] }, changesNothing: true },
  { name: '--base', flags: ['--base', '/course/'] },
  { name: '--only', flags: ['--only', 'two'] },
  { name: 'the day that is set', environment: { SOURCE_DATE_EPOCH: '1700000000' } },
]
