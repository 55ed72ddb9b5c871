import type { Course, Lecture } from '../course/course.ts'
import { escapeHtml } from '../core/escape.ts'

/** A lecture, and when it was changed last, where that is known. */
interface LectureChange {
  lecture: Lecture
  changed?: Date
}

type DatedLecture = Required<LectureChange>

/**
 * The files by which machines find the pages, by their path below the site. `robots.txt` there is always;
 * sitemap and feed want absolute addresses, so they want the course to say where it is hosted. A feed tells of lectures
 * whose date is known, and without any is not there.
 * @param lectures those of the course, in order
 */
export function feeds(course: Course, lectures: readonly LectureChange[]): Map<string, string> {
  const { url } = course
  const files = new Map([['robots.txt', robots(url)]])
  if (url) {
    files.set('sitemap.xml', sitemap(url, lectures))
    const dated = lectures.filter(isDated)
    if (dated.length)
      files.set('feed.xml', feed(course, url, dated))
  }
  return files
}

function isDated(lecture: LectureChange): lecture is DatedLecture {
  return lecture.changed !== undefined
}

/** Decks are not kept out here: an address that may not be read is never seen to be `noindex`. */
function robots(url: string | undefined): string {
  return `User-agent: *\nDisallow:\n${url ? `\nSitemap: ${url}/sitemap.xml\n` : ''}`
}

function sitemap(url: string, lectures: readonly LectureChange[]): string {
  const pages = [
    { address: `${url}/`, changed: latestOf(lectures.filter(isDated)) },
    ...lectures.map(({ lecture, changed }) => ({ address: pageAddress(url, lecture), changed })),
  ]
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(({ address, changed }) =>
  `<url><loc>${escapeHtml(address)}</loc>${changed ? `<lastmod>${atomDate(changed)}</lastmod>` : ''}</url>`).join('\n')}
</urlset>
`
}

function latestOf(lectures: readonly DatedLecture[]): Date | undefined {
  return lectures.length ? new Date(Math.max(...lectures.map(({ changed }) => Number(changed)))) : undefined
}

function feed(course: Course, url: string, lectures: readonly DatedLecture[]): string {
  const latest = latestOf(lectures)!
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

function entry(url: string, { lecture, changed }: DatedLecture): string {
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
