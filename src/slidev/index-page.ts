import type { Course, Lecture } from '../course/course.ts'
import { escapeHtml } from '../core/escape.ts'
import { countOf } from '../core/format.ts'

const STYLE = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1b2330, #e8ecf2);
  --muted: light-dark(#566172, #a5b0c0);
  --paper: light-dark(#fff, #12161d);
  --accent: light-dark(#0b5cad, #82baff);
  --line: light-dark(#d5dce6, #36414f);
}
body {
  margin: 0 auto;
  max-width: 44rem;
  padding: 3rem 1.5rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.125rem/1.55 'Source Sans 3 Variable', system-ui, sans-serif;
}
h1 { margin: 0 0 .5rem; font-size: 2.25rem; line-height: 1.15 }
h2 { margin: 0; font-size: 1.3rem; line-height: 1.3 }
p { margin: .25rem 0 0 }
ol { list-style: none; counter-reset: lecture; margin: 2rem 0 0; padding: 0 }
li {
  counter-increment: lecture;
  position: relative;
  padding: 1.1rem 0 1.1rem 3rem;
  border-top: 1px solid var(--line);
}
li::before {
  content: counter(lecture);
  position: absolute;
  left: 0;
  color: var(--muted);
  font-size: 1.3rem;
  line-height: 1.3;
  font-variant-numeric: tabular-nums;
}
a { color: var(--accent); text-underline-offset: .15em }
h2 a { text-decoration: none }
a:hover { text-decoration: underline }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px }
.muted { color: var(--muted); font-size: 1rem }
@media print { a { color: inherit } }
`

/** The page at the top of a server of decks: each lecture with its deck and its presenter view. It has no script. */
export function indexPage({ title, description, language, lectures }: Course): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escapeHtml(title)}</title>
  ${description ? `<meta name="description" content="${escapeHtml(description)}">` : ''}
  <link rel="icon" href="data:,">
  <style>${STYLE}</style>
</head>
<body>
  <header>
    <h1>${escapeHtml(title)}</h1>
    ${paragraph(description)}
  </header>
  <main>
    <ol>
${lectures.map(lectureItem).join('\n')}
    </ol>
  </main>
</body>
</html>
`
}

function lectureItem({ slug, title, summary, minutes, slides }: Lecture): string {
  const deck = escapeHtml(`/${slug}/deck/`)
  const details = [countOf(slides.length, 'slide'), ...minutes ? [`${minutes} min`] : []].join(' · ')
  return `    <li>
      <h2><a href="${deck}">${escapeHtml(title)}</a></h2>
      ${paragraph(summary)}
      <p class="muted">${details} · <a href="${deck}#/presenter/1">Presenter view</a></p>
    </li>`
}

function paragraph(text: string | undefined): string {
  return text ? `<p>${escapeHtml(text)}</p>` : ''
}
