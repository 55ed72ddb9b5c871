import type { Thing, WithContext } from 'schema-dts'
import type { Course } from '../course/course.ts'
import { escapeHtml } from '../core/escape.ts'
import { directionOf } from '../shared/direction.ts'

/** What a page says of itself before its first word. */
interface DocumentHead {
  title: string
  description?: string
  /** Path of the page below the site, e.g. `intro/`; empty for the course's own. */
  path: string
  /** Path of the picture that stands for the page, below the site. */
  picture?: { path: string, width: number, height: number, alt: string }
  type: 'website' | 'article' | 'video.other'
  /** What the page is about, for search engines. */
  data?: WithContext<Thing>
  /** Whether search engines may list it. */
  listed: boolean
}

interface DocumentParts {
  course: Course
  /** BCP 47 tag of the page's language, where it is not the course's. */
  language?: string
  head: DocumentHead
  /** Path from the page to the top of the site, ending in a slash; empty where the page lies there. */
  top: string
  /** Paths below the site. */
  styles: readonly string[]
  /** A style sheet that parts of the page name. */
  preload?: string
  /** Typefaces in which the page is set, which are loaded before its styles ask for them. */
  fonts?: readonly string[]
  scripts: readonly string[]
  /** Whether the site has a feed. */
  hasFeed?: boolean
  body: string
  /** A style sheet and a script that stand in the page itself. */
  inline?: { style: string, script: string }
  /** Data for the page's scripts, by the id of the element that holds it. */
  json?: Record<string, unknown>
}

/** A whole HTML page. */
export function htmlDocument(parts: DocumentParts): string {
  const { course, head, top, styles, preload, fonts = [], scripts, hasFeed = false, inline, body, json = {} } = parts
  const { language = course.language } = parts
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}"${directionOf(language) === 'rtl' ? ' dir="rtl"' : ''}>
<head>
${lines([
  '<meta charset="utf-8">',
  '<meta name="viewport" content="width=device-width, initial-scale=1">',
  `<title>${escapeHtml(head.title)}</title>`,
  ...describe({ ...course, language }, head),
  '<link rel="icon" href="data:,">',
  ...fonts.map(font => `<link rel="preload" as="font" type="font/woff2" href="${top}${font}" crossorigin>`),
  inline && `<style>${inline.style}</style>`,
  ...styles.map(style => `<link rel="stylesheet" href="${top}${style}">`),
  preload && `<link rel="preload" as="style" href="${top}${preload}">`,
  hasFeed ? feedLink(course, top) : undefined,
  head.data && `<script type="application/ld+json">${jsonText(head.data)}</script>`,
  ...scripts.map(script => `<script type="module" src="${top}${script}"></script>`),
])}</head>
<body>
${body}
${lines([
  ...Object.entries(json).map(([id, value]) =>
    `<script type="application/json" id="${id}">${jsonText(value)}</script>`),
  inline && `<script>${inline.script}</script>`,
])}</body>
</html>
`
}

/** What the page tells search engines, and programs that show a link to it. */
function describe(course: Course, { title, description, path, picture, type, listed }: DocumentHead): Line[] {
  const absolute = (path: string) => course.url && `${course.url}/${encodeURI(path)}`
  const canonical = listed ? absolute(path) : undefined
  return [
    meta('description', description),
    meta('author', course.author),
    meta('color-scheme', 'light dark'),
    meta('robots', listed ? undefined : 'noindex'),
    canonical && `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    property('og:title', title),
    property('og:description', description),
    property('og:type', type),
    property('og:url', canonical),
    property('og:site_name', course.title),
    property('og:locale', course.language.replace('-', '_')),
    ...picture && course.url
      ? [
          property('og:image', absolute(picture.path)),
          property('og:image:width', picture.width),
          property('og:image:height', picture.height),
          property('og:image:alt', picture.alt),
          meta('twitter:card', 'summary_large_image'),
        ]
      : [],
  ]
}

/** A tag, or nothing where there is nothing to say. */
type Line = string | undefined

function lines(all: readonly Line[]): string {
  return all.filter(Boolean).map(line => `${line}\n`).join('')
}

function meta(name: string, value: string | undefined): Line {
  return value ? `<meta name="${name}" content="${escapeHtml(value)}">` : undefined
}

function property(name: string, value: string | number | undefined): Line {
  return value === undefined ? undefined : `<meta property="${name}" content="${escapeHtml(String(value))}">`
}

function feedLink(course: Course, top: string): string {
  return `<link rel="alternate" type="application/atom+xml" title="${escapeHtml(course.title)}" href="${top}feed.xml">`
}

/** JSON that cannot end the script element around it. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003C')
}
