import type { Course, Lecture } from '../course/course.ts'
import { escapeHtml } from '../core/escape.ts'

/** A lecture, and when it was changed last. */
interface LectureChange {
  lecture: Lecture
  changed: Date
}

/**
 * The files by which machines find the pages, by their path below the site. `robots.txt` there is always;
 * sitemap and feed want absolute addresses, so they want the course to say where it is hosted.
 * @param lectures those of the course, in order
 */
export function feeds(course: Course, lectures: readonly LectureChange[]): Map<string, string> {
  const { url } = course
  const files = new Map([['robots.txt', robots(url)]])
  if (url) {
    files.set('sitemap.xml', sitemap(url, lectures))
    files.set('feed.xml', feed(course, url, lectures))
  }
  return files
}

/** Decks are not kept out here: an address that may not be read is never seen to be `noindex`. */
function robots(url: string | undefined): string {
  return `User-agent: *\nDisallow:\n${url ? `\nSitemap: ${url}/sitemap.xml\n` : ''}`
}

function sitemap(url: string, lectures: readonly LectureChange[]): string {
  const pages = [`${url}/`, ...lectures.map(({ lecture }) => pageAddress(url, lecture))]
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(page => `<url><loc>${escapeHtml(page)}</loc></url>`).join('\n')}
</urlset>
`
}

function feed(course: Course, url: string, lectures: readonly LectureChange[]): string {
  const latest = new Date(Math.max(0, ...lectures.map(({ changed }) => Number(changed))))
  const description = course.description ? `\n<subtitle>${escapeHtml(course.description)}</subtitle>` : ''
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeHtml(course.language)}">
<id>${escapeHtml(url)}/</id>
<title>${escapeHtml(course.title)}</title>${description}
<link href="${escapeHtml(url)}/"/>
<link rel="self" type="application/atom+xml" href="${escapeHtml(url)}/feed.xml"/>
<updated>${atomDate(latest)}</updated>
<author><name>${escapeHtml(course.author ?? course.title)}</name></author>
${lectures.map(lecture => entry(url, lecture)).join('\n')}
</feed>
`
}

function entry(url: string, { lecture, changed }: LectureChange): string {
  const page = escapeHtml(pageAddress(url, lecture))
  return `<entry>
<id>${page}</id>
<title>${escapeHtml(lecture.title)}</title>
<link href="${page}"/>
<updated>${atomDate(changed)}</updated>${lecture.summary ? `\n<summary>${escapeHtml(lecture.summary)}</summary>` : ''}
</entry>`
}

function pageAddress(url: string, { slug }: Lecture): string {
  return `${url}/${encodeURI(slug)}/`
}

/** Without parts of a second. */
function atomDate(date: Date): string {
  return date.toISOString().replace(/\.\d+Z/, 'Z')
}
