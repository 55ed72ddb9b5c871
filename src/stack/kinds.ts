/** The colours of a kind in one scheme, as `#rrggbb`: the box, its outline and what is written in it. */
interface StackTone {
  fill: string
  outline: string
  label: string
}

interface StackKindLook {
  /** What a layer of this kind is, in words. */
  words: string
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

/** Every kind of layer that a stack can have: its words, its tones and its outline. */
const STACK_KINDS = {
  hardware: {
    words: 'hardware',
    light: { fill: '#bcc3cd', outline: '#56606e', label: INK },
    dark: { fill: '#48515e', outline: '#93a0b1', label: CHALK },
    stroke: 2.5,
  },
  os: {
    words: 'operating system',
    light: { fill: '#a6ccf5', outline: '#2a6cab', label: INK },
    dark: { fill: '#1a4a7c', outline: '#64a5e6', label: CHALK },
    stroke: 2,
  },
  kernel: {
    words: 'kernel',
    light: { fill: '#86b6ea', outline: '#174f8a', label: INK },
    dark: { fill: '#123a66', outline: '#6ba9ec', label: CHALK },
    stroke: 3,
  },
  hypervisor: {
    words: 'hypervisor',
    light: { fill: '#bfe6c4', outline: '#357a43', label: INK },
    dark: { fill: '#26663a', outline: '#63b876', label: CHALK },
    stroke: 2,
  },
  vm: {
    words: 'virtual machine',
    light: { fill: '#fbcd98', outline: '#a35c12', label: INK },
    dark: { fill: '#774610', outline: '#dc974a', label: CHALK },
    dashes: '11 5',
    stroke: 2,
  },
  engine: {
    words: 'engine',
    light: { fill: '#c6adee', outline: '#7046b4', label: INK },
    dark: { fill: '#5f409e', outline: '#ac90e6', label: CHALK },
    stroke: 2,
  },
  container: {
    words: 'container',
    light: { fill: '#f5b1ad', outline: '#b03d38', label: INK },
    dark: { fill: '#832e2a', outline: '#ea807a', label: CHALK },
    dashes: '6 4',
    stroke: 2,
  },
  app: {
    words: 'program',
    alike: ['app', 'process'],
    light: { fill: '#fbe89f', outline: '#866709', label: INK },
    dark: { fill: '#67510c', outline: '#d4b444', label: CHALK },
    stroke: 2,
  },
  files: {
    words: 'files',
    light: { fill: '#cdebed', outline: '#2d7680', label: INK },
    dark: { fill: '#1b545b', outline: '#5db7c2', label: CHALK },
    stroke: 2,
  },
  image: {
    words: 'image',
    light: { fill: '#efd0e5', outline: '#93487f', label: INK },
    dark: { fill: '#67325c', outline: '#d48dc1', label: CHALK },
    dashes: '2 4',
    stroke: 2.5,
  },
} as const satisfies Record<string, StackKindLook>

export type StackKind = keyof typeof STACK_KINDS

export const STACK_KIND_NAMES = Object.keys(STACK_KINDS) as StackKind[]

export function isStackKind(name: unknown): name is StackKind {
  return typeof name === 'string' && Object.hasOwn(STACK_KINDS, name)
}

/** The look of a kind as one shape, whatever the kind sets. */
export function stackKindLook(kind: StackKind): StackKindLook {
  return STACK_KINDS[kind]
}
