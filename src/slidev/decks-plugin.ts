import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { Course, Lecture } from '../course/course.ts'
import path from 'node:path'
import { escapeHtml } from '../core/escape.ts'
import { withSlashes } from '../core/files.ts'
import { languageOf } from '../course/language.ts'
import { SAVED_EVENT } from '../shared/authoring-events.ts'
import { directionOf } from '../shared/direction.ts'
import { assertContract } from './contract/contract.ts'
import { hasBottomLayer } from './contract/layouts.ts'
import { printView, slidevIds } from './contract/names.ts'
import { deckRoots } from './contract/roots.ts'
import { coverOf } from './cover.ts'
import { savedDrawings } from './drawings.ts'
import { openedAsFile } from './opened-as-file.ts'
import { stillsOfDeck } from './remote-stills.ts'

const ENTRY_PREFIX = '/@docent/deck/'
const DRAWINGS = '\0docent:drawings'
/** Of decks and their entries. */
const PAGES = [new RegExp(`^${ENTRY_PREFIX}`), /[\\/]deck[\\/]index\.html$/]

// Slidev's own renders the titles of the whole course as Markdown, numbered through all lectures.
const TITLES_MODULE = `
import { useSlideContext } from '@slidev/client/context.ts'
import { defineComponent, h } from 'vue'

export default defineComponent({
  props: ['no'],
  setup(props) {
    const { $page } = useSlideContext()
    return () => h('div', globalThis.__docent.slides[(props.no ?? $page.value) - 1]?.meta.slide.title)
  },
})
`

/** The page of a lecture's deck, by its path below the site. */
export function deckFile({ slug }: Lecture): string {
  return `${slug}/deck/index.html`
}

/** The virtual page of a lecture's deck, which Vite takes as an input. */
export function deckPage(course: Course, lecture: Lecture): string {
  return withSlashes(path.join(course.root, deckFile(lecture)))
}

/**
 * Makes one Slidev data set many decks: a page for each lecture, whose entry module hands over only its own slides.
 * @param current the course as it is now; in development it changes
 */
export function decksPlugin(current: () => Course, options: ResolvedSlidevOptions): Plugin {
  const findLecture = (slug: string) => current().lectures.find(lecture => lecture.slug === slug)
  const findPage = pageFinder(current)
  return {
    name: 'docent:decks',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      filter: { id: [...PAGES, exactly(slidevIds.drawings)] },
      handler(id) {
        if (id === slidevIds.drawings)
          return DRAWINGS
        return id.startsWith(ENTRY_PREFIX) || findPage(withSlashes(id)) ? withSlashes(id) : null
      },
    },
    load: {
      order: 'pre',
      filter: { id: [...PAGES, ...[slidevIds.slides, slidevIds.titles, DRAWINGS].map(exactly)] },
      async handler(id) {
        if (id === slidevIds.slides)
          return slidesModule((await options.utils.getLayouts()).error!)
        if (id === DRAWINGS)
          return 'export default globalThis.__docent.drawings'
        if (id === slidevIds.titles)
          return TITLES_MODULE
        if (id.startsWith(ENTRY_PREFIX)) {
          const lecture = findLecture(id.slice(ENTRY_PREFIX.length))
          return lecture && entryModule(current(), lecture, options)
        }
        const lecture = findPage(id)
        return lecture && deckHtml(current(), lecture, options)
      },
    },
    transform: {
      order: 'pre',
      filter: { id: exactly(slidevIds.configs) },
      handler(code) {
        assertContract(code.startsWith('export default {'), `${slidevIds.configs} is one default export`)
        const changed = code.replace('export default', 'const course =')
        return { code: `${changed}\nexport default { ...course, ...globalThis.__docent.config }`, map: null }
      },
    },
  }
}

function exactly(id: string): RegExp {
  return new RegExp(`^${id.replace(/[.?]/g, '\\$&')}$`)
}

/** Finds the lecture of a page; every module of a build is asked for it. */
function pageFinder(current: () => Course): (id: string) => Lecture | undefined {
  let known: Course | undefined
  let pages = new Map<string, Lecture>()
  return (id) => {
    const course = current()
    if (course !== known) {
      known = course
      pages = new Map(course.lectures.map(lecture => [deckPage(course, lecture), lecture]))
    }
    return pages.get(id)
  }
}

/** The page of a deck: Slidev's own, with the lecture's title and entry. */
export function deckHtml(course: Course, lecture: Lecture, options: ResolvedSlidevOptions): string {
  const html = options.utils.indexHtml
  const language = languageOf(course, lecture)
  const root = ` lang="${escapeHtml(language)}" data-direction="${directionOf(language)}"`
  const entry = /<script type="module" src="[^"]*main\.ts"><\/script>/
  assertContract(entry.test(html), 'the page loads its main.ts by one module script')
  return html
    .replace(entry, `<script type="module" src="${ENTRY_PREFIX}${lecture.slug}"></script>`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(deckTitle(course, lecture))}</title>`)
    .replace('</head>', () => `${deckRobots(course, lecture)}</head>`)
    // Slidev's own controls keep their places: only what stands on slides turns.
    .replace(/<html\b([^>]*)/, (_, rest: string) => `<html${rest.replace(/ lang="[^"]*"/, '')}${root}`)
    // Diagrams are drawn in the build; left in, this box adds a blank page to prints.
    .replace('<div id="mermaid-rendering-container"></div>', '')
    .replace('</body>', () => `${openedAsFile()}</body>`)
}

/** A deck says the same as its lecture's page, in an app without words at the first byte: that page is to be found. */
function deckRobots({ url }: Course, { slug }: Lecture): string {
  const page = url && `<link rel="canonical" href="${escapeHtml(`${url}/${encodeURI(slug)}/`)}">`
  return `<meta name="robots" content="noindex">${page ?? ''}`
}

/** The name of a deck's window; it also names the channel of its presenter view, so it is unique in the course. */
function deckTitle(course: Course, lecture: Lecture): string {
  const twin = course.lectures.some(other => other !== lecture && other.title === lecture.title)
  const own = twin ? `${lecture.title} (${lecture.slug})` : lecture.title
  return course.title === lecture.title ? own : `${own} · ${course.title}`
}

function entryModule(course: Course, lecture: Lecture, { mode, data }: ResolvedSlidevOptions): string {
  const { slides, minutes } = lecture
  const ownTimer = data.headmatter.timer !== undefined || data.headmatter.duration !== undefined
  const config = {
    title: lecture.title,
    slidesTitle: deckTitle(course, lecture),
    download: '../slides.pdf',
    exportFilename: lecture.slug,
    ...minutes && !ownTimer && { timer: 'countdown', duration: `${minutes}min` },
    course: { title: course.title, number: lecture.number, lectures: course.size },
    cover: coverOf(course, lecture),
    hasFoot: deckRoots(course).isOwnLook,
    hasFootTitle: ![course.root, ...deckRoots(course).addons].some(hasBottomLayer),
  }
  const drawings = savedDrawings(course, lecture)
  return [
    ...slides.map(({ index }) => `import { meta as m${index} } from '${slidevIds.frontmatter(index)}'`),
    `const slides = [`,
    ...slides.map(({ index, number }) =>
      `  { no: ${number}, meta: m${index}, load: () => import('${slidevIds.body(index)}') },`),
    `]`,
    `for (const { no, meta } of slides) Object.assign(meta.slide, { no, id: no - 1, index: no - 1 })`,
    `globalThis.__docent = { slides, config: ${JSON.stringify(config)}, drawings: ${JSON.stringify(drawings)} }`,
    ...stillsOfDeck(course, lecture),
    // Slidev tells what is saved by the number in the whole course.
    ...mode === 'dev' ? [`globalThis.__docent.places = ${JSON.stringify(slides.map(({ index }) => index + 1))}`] : [],
    // Loaded only now, so that Slidev finds the lecture where its own list of slides used to be.
    `import('${slidevIds.main}')`,
  ].join('\n')
}

function slidesModule(errorLayout: string): string {
  const errorModule = `/@fs${errorLayout.startsWith('/') ? '' : '/'}${withSlashes(errorLayout)}`
  return `
import { defineAsyncComponent, h, shallowRef } from 'vue'
import SlideError from ${JSON.stringify(errorModule)}
import SlideLoading from '@slidev/client/internals/SlideLoading.vue'

let failed = false
// A browser never asks again for a module that has failed.
import.meta.hot?.on('${SAVED_EVENT}', () => failed && location.reload())

// A print waits until each slide is there, whatever its layout is made of.
const isPrint = /[?&]print\\b/.test(location.search)
function onVnodeMounted({ el }) {
  const element = el.nodeType === 1 ? el : el.parentElement
  element?.closest('${printView.slide}')?.setAttribute('${printView.mounted}', '')
}
const told = ({ default: slide }) => isPrint ? () => h(slide, { onVnodeMounted }) : slide

export const slides = shallowRef(globalThis.__docent.slides.map(({ no, meta, load }) => {
  const loadOnce = async () => {
    try { return await load() }
    catch (error) {
      failed = true
      console.error('Slide ' + no + ' failed to load', error)
      return { default: SlideError }
    }
  }
  return {
    no, meta, load: loadOnce,
    component: defineAsyncComponent({
      loader: async () => told(await loadOnce()),
      delay: 300,
      loadingComponent: SlideLoading,
      errorComponent: SlideError,
    }),
  }
}))
`
}
