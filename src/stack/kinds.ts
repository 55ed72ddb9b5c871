import type { Words } from '../language/say.ts'

/** The colours of a kind in one scheme, as `#rrggbb`: the box, its outline and what is written in it. */
interface StackTone {
  fill: string
  outline: string
  label: string
}

/** What a layer of a kind looks like, and what it is. */
export interface StackKindLook {
  /** What a layer of this kind is, in words; empty where its label says all. */
  words: string
  /** Under which the words stand in the tables of languages, for kinds that are Docent's own. */
  name?: keyof Words['layerKinds']
  /** Words in a label that say as much. */
  alike?: readonly string[]
  light: StackTone
  dark: StackTone
  /** Dashes of a second line inside the outline, in drawing units; it marks what only software encloses. */
  dashes?: string
  /** Width of the outline in drawing units. */
  stroke: number
}

const INK = '#161d28'
const CHALK = '#f5f7fb'

/** The tones of layers: told apart in print and in the dark, with labels that can be read on all of them. */
const TONES = {
  plain: {
    light: { fill: '#e4e9f0', outline: '#56606e', label: INK },
    dark: { fill: '#343c48', outline: '#93a0b1', label: CHALK },
  },
  gray: {
    light: { fill: '#bcc3cd', outline: '#56606e', label: INK },
    dark: { fill: '#48515e', outline: '#93a0b1', label: CHALK },
  },
  blue: {
    light: { fill: '#a6ccf5', outline: '#2a6cab', label: INK },
    dark: { fill: '#1a4a7c', outline: '#64a5e6', label: CHALK },
  },
  navy: {
    light: { fill: '#86b6ea', outline: '#174f8a', label: INK },
    dark: { fill: '#123a66', outline: '#6ba9ec', label: CHALK },
  },
  green: {
    light: { fill: '#bfe6c4', outline: '#357a43', label: INK },
    dark: { fill: '#26663a', outline: '#63b876', label: CHALK },
  },
  orange: {
    light: { fill: '#fbcd98', outline: '#a35c12', label: INK },
    dark: { fill: '#774610', outline: '#dc974a', label: CHALK },
  },
  purple: {
    light: { fill: '#c6adee', outline: '#7046b4', label: INK },
    dark: { fill: '#5f409e', outline: '#ac90e6', label: CHALK },
  },
  red: {
    light: { fill: '#f5b1ad', outline: '#b03d38', label: INK },
    dark: { fill: '#832e2a', outline: '#ea807a', label: CHALK },
  },
  yellow: {
    light: { fill: '#fbe89f', outline: '#866709', label: INK },
    dark: { fill: '#67510c', outline: '#d4b444', label: CHALK },
  },
  teal: {
    light: { fill: '#cdebed', outline: '#2d7680', label: INK },
    dark: { fill: '#1b545b', outline: '#5db7c2', label: CHALK },
  },
  pink: {
    light: { fill: '#efd0e5', outline: '#93487f', label: INK },
    dark: { fill: '#67325c', outline: '#d48dc1', label: CHALK },
  },
} as const satisfies Record<string, Pick<StackKindLook, 'light' | 'dark'>>

/** The line inside the outline of a layer: none, or one of dashes or of dots. */
const PATTERNS = { solid: undefined, dashed: '12.5 3.5', dotted: '3.5 2.5' } as const

export const STACK_TONES = Object.keys(TONES) as (keyof typeof TONES)[]
export const STACK_PATTERNS = Object.keys(PATTERNS) as (keyof typeof PATTERNS)[]

/** What a diagram about containers is made of. */
const DOCKER_KINDS = {
  hardware: { name: 'hardware', words: 'hardware', ...TONES.gray, stroke: 2.5 },
  os: { name: 'os', words: 'operating system', ...TONES.blue, stroke: 2 },
  kernel: { name: 'kernel', words: 'kernel', ...TONES.navy, stroke: 3 },
  hypervisor: { name: 'hypervisor', words: 'hypervisor', ...TONES.green, stroke: 2 },
  vm: { name: 'vm', words: 'virtual machine', ...TONES.orange, dashes: '12.5 3.5', stroke: 2 },
  engine: { name: 'engine', words: 'engine', ...TONES.purple, stroke: 2 },
  container: { name: 'container', words: 'container', ...TONES.red, dashes: '7.5 2.5', stroke: 2 },
  app: { name: 'app', words: 'program', alike: ['app', 'process'], ...TONES.yellow, stroke: 2 },
  files: { name: 'files', words: 'files', ...TONES.teal, stroke: 2 },
  image: { name: 'image', words: 'image', ...TONES.pink, dashes: '3.5 2.5', stroke: 2.5 },
} as const satisfies Record<string, StackKindLook>

/** Kinds that say nothing of what a layer is, each in a tone of its own. */
const NEUTRAL_KINDS = Object.fromEntries(STACK_TONES.map((tone): [string, StackKindLook] =>
  [tone, { words: '', ...TONES[tone], stroke: 2 }]))

const STACK_KINDS: Readonly<Record<string, StackKindLook>> = { ...DOCKER_KINDS, ...NEUTRAL_KINDS }

/** The kind of a layer that names none. */
export const PLAIN = 'plain'

export const STACK_KIND_NAMES: readonly string[] = Object.keys(STACK_KINDS)

/** Kinds that an author has defined, by name. */
export type OwnKinds = Readonly<Record<string, StackKindLook>>

/** The look of a kind that an author defines. */
export function ownKindLook(
  words: string,
  tone: typeof STACK_TONES[number],
  pattern: typeof STACK_PATTERNS[number],
): StackKindLook {
  return { words, ...TONES[tone], dashes: PATTERNS[pattern], stroke: 2 }
}

/** The look of a kind, of an author's own or of those that there are; undefined where there is none of that name. */
export function stackKindLook(kind: string, own: OwnKinds = {}): StackKindLook | undefined {
  return [own, STACK_KINDS].find(kinds => Object.hasOwn(kinds, kind))?.[kind]
}
