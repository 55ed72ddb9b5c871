import type { Course } from '../course/course.ts'
import { escapeHtml } from '../core/escape.ts'

/**
 * The files by which machines find the pages, by their path below the site. `robots.txt` there is always;
 * sitemap and feed want absolute addresses, so they want the course to say where it is hosted.
 * @param changed when each lecture was last changed, by slug
 */
export function feeds(course: Course, changed: ReadonlyMap<string, Date>): Map<string, string> {
  const { url, lectures } = course
  const pages = ['', ...lectures.map(({ slug }) => `${encodeURI(slug)}/`)]
  const files = new Map([['robots.txt', robots(url)]])
  if (url) {
    files.set('sitemap.xml', `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(page => `<url><loc>${escapeHtml(`${url}/${page}`)}</loc></url>`).join('\n')}
</urlset>
`)
    files.set('feed.xml', feed(course, url, changed))
  }
  return files
}

/** Decks say the same as their pages, in an app without words at the first byte; presenter views are for one person. */
function robots(url: string | undefined): string {
  return `User-agent: *\nDisallow: /*/deck/\n${url ? `\nSitemap: ${url}/sitemap.xml\n` : ''}`
}

function feed(course: Course, url: string, changed: ReadonlyMap<string, Date>): string {
  const written = (date: Date) => date.toISOString().replace(/\.\d+Z/, 'Z')
  const latest = new Date(Math.max(0, ...Array.from(changed.values(), Number)))
  const entries = course.lectures.map(({ slug, title, summary }) => {
    const page = `${url}/${encodeURI(slug)}/`
    const updated = written(changed.get(slug) ?? latest)
    return `<entry>
<id>${escapeHtml(page)}</id>
<title>${escapeHtml(title)}</title>
<link href="${escapeHtml(page)}"/>
<updated>${updated}</updated>${summary ? `\n<summary>${escapeHtml(summary)}</summary>` : ''}
</entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeHtml(course.language)}">
<id>${escapeHtml(url)}/</id>
<title>${escapeHtml(course.title)}</title>${course.description ? `\n<subtitle>${escapeHtml(course.description)}</subtitle>` : ''}
<link href="${escapeHtml(url)}/"/>
<link rel="self" type="application/atom+xml" href="${escapeHtml(url)}/feed.xml"/>
<updated>${written(latest)}</updated>
<author><name>${escapeHtml(course.author ?? course.title)}</name></author>
${entries.join('\n')}
</feed>
`
}
