// Slidev's own names, on which the toolkit builds.
// `tests/slidev/contract.test.ts` says which one an upgrade has changed.

/** Its virtual modules, and the modules of its client that decks replace. */
export const slidevIds = {
  slides: '/@slidev/slides',
  configs: '/@slidev/configs',
  styles: '/@slidev/conditional-styles',
  titles: '/@slidev/title-renderer',
  main: '@slidev/client/main.ts',
  drawings: 'server-reactive:drawings?diff',
  frontmatter: (index: number) => `/@slidev/slides/${index + 1}/frontmatter`,
  body: (index: number) => `/@slidev/slides/${index + 1}/md`,
} as const

/** A module that holds the Markdown of a slide. */
export const SLIDE_MODULE = /^.+\.md__slidev_(\d+)\.md$/

/** Modules of its client with which a live deck begins. */
export const clientPages = ['/@slidev/client/main.ts', '/@slidev/client/pages/play.vue'] as const

/** The number, from 1, of the slide whose Markdown a module of Slidev holds; undefined for other modules. */
export function slideNumber(id: string): number | undefined {
  const number = SLIDE_MODULE.exec(id)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** Whether a module holds the front matter and the note of a slide. */
export function isFrontmatter(id: string): boolean {
  return /\.md__slidev_\d+\.frontmatter$/.test(id)
}

/** Whether a module holds the front matter and the note of a slide of a Markdown file. */
export function holdsFrontmatter(id: string, file: string): boolean {
  return id.startsWith(`${file}__slidev_`) && id.endsWith('.frontmatter')
}

/** Where the print view is, and how it says that it is ready. */
export const printView = {
  path: (withClicks: boolean) => `?print=${withClicks ? 'clicks' : 'true'}#/print`,
  slide: '.print-slide-container',
  layout: '.slidev-layout',
  /** What holds the layout of a slide, which may be an element of any kind, and more than one. */
  page: '[data-slidev-no]',
  /** Attribute that decks set on a slide's element once it is there. */
  mounted: 'data-docent-mounted',
  loading: '.slidev-slide-loading',
  waitFor: '[data-waitfor]',
  /** What comes with a later click. */
  coming: '.slidev-vclick-hidden',
  /** Code and formulas that are not spoken of at a step, and pale for as long. */
  dimmed: '.slidev-code-dishonored, .mord.dishonored',
  /** What on a slide is for its live deck alone. */
  controls: '.slidev-code-copy',
  /** What stands beside the slides and would add a blank last page. */
  extras: '#twoslash-container, #mermaid-rendering-container',
} as const

/** What Slidev provides to what stands on a slide; a web page provides none of it. */
export const slidevInjections = {
  clicks: '$$slidev-clicks-context',
  page: '$$slidev-page',
  renderContext: '$$slidev-render-context',
  route: '$$slidev-route',
  slidev: '$$slidev-context',
} as const

/** Pixels of a slide, where a course does not choose others. */
export const slideSize = { width: 980, height: 552 } as const

/** Words of Slidev's client that decks replace. */
export const clientEdits = [
  {
    module: 'setup/root.ts',
    from: 'if (!shouldSend)',
    to: 'if (!shouldSend || globalThis.__docent.isJoining)',
    assumption: 'a deck asks shouldSend before it tells others where it is',
  },
  {
    // One window draws; the other has its tools open only where it is asked for them itself.
    module: 'composables/useDrawings.ts',
    from: `'slidev-drawing-enabled'`,
    to: `location.hash.startsWith('#/presenter') ? 'slidev-drawing-enabled' : 'slidev-drawing-enabled-deck'`,
    assumption: 'the tools for drawing are open where the storage says so',
  },
] as const
