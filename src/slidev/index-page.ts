import type { Course, Lecture } from '../course/course.ts'
import { escapeHtml } from '../core/escape.ts'
import { tokensCss } from '../core/tokens.ts'
import { speak } from '../language/languages.ts'
import { directionOf } from '../shared/direction.ts'

/** The look of pages that the servers make themselves. */
export const PAGE_STYLE = `
${tokensCss}
:root { color-scheme: light dark }
body {
  margin: 0 auto;
  max-width: 44rem;
  padding: 3rem 1.5rem 4rem;
  background: var(--docent-paper);
  color: var(--docent-ink);
  font: 1.125rem/1.55 var(--docent-sans);
}
h1 { margin: 0 0 .5rem; font-size: 2.25rem; line-height: 1.15 }
h2 { margin: 0; font-size: 1.3rem; line-height: 1.3 }
p { margin: .25rem 0 0 }
ol { list-style: none; counter-reset: lecture; margin: 2rem 0 0; padding: 0 }
li {
  counter-increment: lecture;
  position: relative;
  padding-block: 1.1rem;
  padding-inline-start: 3rem;
  border-top: 1px solid var(--docent-line);
}
li::before {
  content: counter(lecture);
  position: absolute;
  inset-inline-start: 0;
  color: var(--docent-quiet);
  font-size: 1.3rem;
  line-height: 1.3;
  font-variant-numeric: tabular-nums;
}
a { color: var(--docent-accent); text-underline-offset: .15em }
h2 a { text-decoration: none }
a:hover { text-decoration: underline }
a:focus-visible { outline: 3px solid var(--docent-accent); outline-offset: 3px; border-radius: 2px }
.muted { color: var(--docent-quiet); font-size: 1rem }
@media print { a { color: inherit } }
`

/**
 * The page at the top of a server of decks: each lecture with its deck and its presenter view. It has no script.
 * @param presenter path of the presenter view below the lecture's
 */
export function indexPage(
  { title, description, language, lectures }: Course,
  presenter = 'deck/#/presenter/1',
): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}"${directionOf(language) === 'rtl' ? ' dir="rtl"' : ''}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escapeHtml(title)}</title>
  ${description ? `<meta name="description" content="${escapeHtml(description)}">` : ''}
  <link rel="icon" href="data:,">
  <style>${PAGE_STYLE}</style>
</head>
<body>
  <header>
    <h1>${escapeHtml(title)}</h1>
    ${paragraph(description)}
  </header>
  <main>
    <ol>
${lectures.map(lecture => lectureItem(lecture, presenter, language)).join('\n')}
    </ol>
  </main>
</body>
</html>
`
}

function lectureItem({ slug, title, summary, minutes, slides }: Lecture, presenter: string, language: string): string {
  const say = speak(language, 'lengths')
  const view = speak(language, 'pages')('presenterView')
  const deck = escapeHtml(`/${slug}/deck/`)
  const details = [say('slides', { n: slides.length }), ...minutes ? [say('minutes', { n: minutes })] : []].join(' · ')
  return `    <li>
      <h2><a href="${deck}">${escapeHtml(title)}</a></h2>
      ${paragraph(summary)}
      <p class="muted">${details} · <a href="${escapeHtml(`/${slug}/${presenter}`)}">${view}</a></p>
    </li>`
}

function paragraph(text: string | undefined): string {
  return text ? `<p>${escapeHtml(text)}</p>` : ''
}
