import type { Course } from '../course/course.ts'
import type { CompiledPages } from './compile-pages.ts'
import { speak } from '../language/languages.ts'
import { htmlDocument } from './document.ts'

/**
 * Finds the course above an address that is not there: a host shows the page for an address at any depth, below a path
 * that nobody has told the build.
 */
const FIND_COURSE = `(async () => {
  const link = document.querySelector('main a')
  for (let folder = location.pathname; folder.includes('/');) {
    folder = folder.replace(/[^/]*\\/?$/, '')
    const response = await fetch(folder + 'course.json', { method: 'HEAD' }).catch(() => undefined)
    if (response?.ok && /json/.test(response.headers.get('content-type'))) {
      link.href = folder
      return
    }
    if (folder === '/')
      return
  }
})()`

/** The page that hosts show for any address that is not there; where its own address is unknown, it needs no file. */
export async function notFoundPage(
  course: Course,
  base: string,
  { render, style, fonts, files }: CompiledPages,
): Promise<string> {
  const top = topOfHost(course, base)
  const { title, description, author, language } = course
  const common = {
    course,
    head: {
      title: `${speak(language, 'pages')('notFound')} · ${title}`,
      path: '404.html',
      type: 'website',
      listed: false,
    } as const,
    body: await render.renderNotFound({ title, description, author, language }, top ?? '/'),
    scripts: [],
  }
  if (top !== undefined)
    return htmlDocument({ ...common, top, styles: [style], fonts })
  const inline = { style: withoutFiles(String(files.get(style))), script: FIND_COURSE }
  return htmlDocument({ ...common, top: '', styles: [], inline })
}

/** The top of the site, where it is known: a page that is shown for any address finds nothing else. */
function topOfHost({ url }: Course, base: string): string | undefined {
  if (!base.startsWith('.'))
    return base
  return url && `${url}/`
}

function withoutFiles(css: string): string {
  return css.replace(/@font-face\s*\{[^}]*url\([^}]*\}/g, '')
}
