import type { Course, Lecture } from '../course/course.ts'
import { escapeHtml } from '../core/escape.ts'

export interface IndexLinks {
  /** Links of a lecture, in order; the first one is that of its title. */
  links: (lecture: Lecture) => { href: string, label: string }[]
}

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2430, #e9edf3); --quiet: light-dark(#566070, #a3adbd); --paper: light-dark(#fff, #14181f); --accent: light-dark(#1450a8, #8ab8ff); --line: light-dark(#dfe4ec, #2b333f) }
body { margin: 0 auto; max-width: 44rem; padding: 3rem 1.5rem 4rem; background: var(--paper); color: var(--ink); font: 1.125rem/1.55 'Source Sans 3 Variable', system-ui, sans-serif }
h1 { margin: 0 0 .5rem; font-size: 2.25rem; line-height: 1.15 }
h2 { margin: 0; font-size: 1.3rem; line-height: 1.3 }
p { margin: .25rem 0 0 }
ol { list-style: none; counter-reset: lecture; margin: 2rem 0 0; padding: 0 }
li { counter-increment: lecture; position: relative; padding: 1.1rem 0 1.1rem 3rem; border-top: 1px solid var(--line) }
li::before { content: counter(lecture); position: absolute; left: 0; color: var(--quiet); font-size: 1.3rem; line-height: 1.3; font-variant-numeric: tabular-nums }
a { color: var(--accent); text-underline-offset: .15em }
h2 a { text-decoration: none }
a:hover { text-decoration: underline }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px }
.quiet { color: var(--quiet); font-size: 1rem }
@media print { a { color: inherit } }
`

/** The page that lists the lectures of a course; it has no script and needs no other file. */
export function indexPage(course: Course, { links }: IndexLinks): string {
  const items = course.lectures.map((lecture) => {
    const [deck, ...others] = links(lecture)
    const details = [`${lecture.slides.length} slides`, ...lecture.minutes ? [`${lecture.minutes} min`] : []].join(' · ')
    return `    <li>
      <h2><a href="${escapeHtml(deck!.href)}">${escapeHtml(lecture.title)}</a></h2>${lecture.summary ? `\n      <p>${escapeHtml(lecture.summary)}</p>` : ''}
      <p class="quiet">${details}${others.map(link => ` · <a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a>`).join('')}</p>
    </li>`
  })
  return `<!DOCTYPE html>
<html lang="${escapeHtml(course.language)}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escapeHtml(course.title)}</title>${course.description ? `\n  <meta name="description" content="${escapeHtml(course.description)}">` : ''}
  <link rel="icon" href="data:,">
  <style>${STYLE}</style>
</head>
<body>
  <header>
    <h1>${escapeHtml(course.title)}</h1>${course.description ? `\n    <p>${escapeHtml(course.description)}</p>` : ''}
  </header>
  <main>
    <ol>
${items.join('\n')}
    </ol>
  </main>
</body>
</html>
`
}
