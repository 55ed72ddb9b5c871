import type { Thing, WithContext } from 'schema-dts'
import type { Course } from '../course/course.ts'
import { escapeHtml } from '../core/escape.ts'

/** What a page says of itself before its first word. */
export interface DocumentHead {
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

export interface DocumentParts {
  course: Course
  head: DocumentHead
  /** Path from the page to the top of the site, ending in a slash. */
  root: string
  /** Paths below the site. */
  style: string
  scripts: readonly string[]
  body: string
  /** Data for the page's scripts, by the id of the element that holds it. */
  json?: Record<string, unknown>
}

/** A whole HTML page. */
export function htmlDocument({ course, head, root, style, scripts, body, json = {} }: DocumentParts): string {
  const absolute = (path: string) => course.url && `${course.url}/${encodeURI(path)}`
  const meta = (name: string, value: string | number | undefined) => value === undefined || value === '' ? '' : `<meta name="${name}" content="${escapeHtml(String(value))}">\n`
  const property = (name: string, value: string | number | undefined) => value === undefined ? '' : `<meta property="${name}" content="${escapeHtml(String(value))}">\n`
  const canonical = head.listed ? absolute(head.path) : undefined
  const picture = head.picture && absolute(head.picture.path)
  return `<!DOCTYPE html>
<html lang="${escapeHtml(course.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(head.title)}</title>
${meta('description', head.description)}${meta('author', course.author)}${meta('color-scheme', 'light dark')}${head.listed ? '' : meta('robots', 'noindex')}${
  canonical ? `<link rel="canonical" href="${escapeHtml(canonical)}">\n` : ''}${
  property('og:title', head.title)}${property('og:description', head.description)}${property('og:type', head.type)}${property('og:url', canonical)}${property('og:site_name', course.title)}${property('og:locale', course.language.replace('-', '_'))}${
  picture ? property('og:image', picture) + property('og:image:width', head.picture!.width) + property('og:image:height', head.picture!.height) + property('og:image:alt', head.picture!.alt) + meta('twitter:card', 'summary_large_image') : ''
}<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}${style}">
${course.url ? `<link rel="alternate" type="application/atom+xml" title="${escapeHtml(course.title)}" href="${root}feed.xml">\n` : ''}${
  head.data ? `<script type="application/ld+json">${jsonText(head.data)}</script>\n` : ''}${
  scripts.map(script => `<script type="module" src="${root}${script}"></script>\n`).join('')
}</head>
<body>
${body}
${Object.entries(json).map(([id, value]) => `<script type="application/json" id="${id}">${jsonText(value)}</script>\n`).join('')}</body>
</html>
`
}

/** JSON that cannot end the script element around it. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003C')
}
