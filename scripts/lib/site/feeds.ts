import type { Course } from '../course/course.ts'
import { escapeHtml } from './document.ts'

/**
 * The files by which machines find the pages, by their path below the site. `robots.txt` there is always;
 * sitemap and feed want absolute addresses, so they want the course to say where it is hosted.
 */
export function feeds(course: Course, built: Date): Map<string, string> {
  const { url, lectures } = course
  const pages = ['', ...lectures.map(({ slug }) => `${encodeURI(slug)}/`)]
  const files = new Map([['robots.txt', robots(url)]])
  if (url) {
    files.set('sitemap.xml', `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(page => `<url><loc>${escapeHtml(`${url}/${page}`)}</loc></url>`).join('\n')}
</urlset>
`)
    files.set('feed.xml', feed(course, url, built))
  }
  return files
}

/** Decks say the same as their pages, in an app without words at the first byte; presenter views are for one person. */
function robots(url: string | undefined): string {
  return `User-agent: *\nDisallow: /*/deck/\n${url ? `\nSitemap: ${url}/sitemap.xml\n` : ''}`
}

function feed(course: Course, url: string, built: Date): string {
  const now = built.toISOString().replace(/\.\d+Z/, 'Z')
  const entries = course.lectures.map(({ slug, title, summary, slides }) => {
    const page = `${url}/${encodeURI(slug)}/`
    const date = slides[0]?.frontmatter.date
    const updated = date instanceof Date ? date.toISOString().replace(/\.\d+Z/, 'Z') : now
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
<updated>${now}</updated>
<author><name>${escapeHtml(course.author ?? course.title)}</name></author>
${entries.join('\n')}
</feed>
`
}
