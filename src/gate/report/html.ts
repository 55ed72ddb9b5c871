import type { Finding } from '../../check/finding.ts'
import type { CheckResult } from '../run-check.ts'
import path from 'node:path'
import { rules } from '../../check/rules.ts'
import { escapeHtml } from '../../core/escape.ts'
import { withSlashes } from '../../core/files.ts'
import { countOf } from '../../core/format.ts'
import { tokensCss } from '../../core/tokens.ts'
import { countFindings } from '../run-check.ts'
import { sourceLines } from '../source-lines.ts'

const CSS = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem }
body { color: var(--docent-ink); background: var(--docent-paper) }
h1 { font-size: 1.75rem; line-height: 1.2 } h2 { font-size: 1.125rem; margin: 2.5rem 0 .75rem }
article { border-top: 1px solid var(--docent-line); padding: 1rem 0 } p { margin: .25rem 0 }
pre { margin: .5rem 0; padding: .5rem .75rem; background: var(--docent-surface); white-space: pre-wrap }
img { display: block; max-width: min(100%, 40rem); margin: .75rem 0; border: 1px solid var(--docent-line) }
.place { color: var(--docent-quiet) } .error, .warning, .note { font-weight: 650 }
.error { color: light-dark(#b3261e, #ff9d94) } .warning { color: light-dark(#7a5000, #f0c060) } code { font-size: .9em }
`

/** A page with all findings that needs no other file and no network. */
export function htmlReport({ root, findings, lectures, slides, seen }: CheckResult, title: string): string {
  const lineOf = sourceLines()
  const { error, warning, note } = countFindings(findings)
  const files = [...new Set(findings.map(({ file }) => file ?? ''))]
  const sections = files.map((file) => {
    const name = file ? withSlashes(path.relative(root, file)) : 'The course'
    const own = findings.filter(finding => (finding.file ?? '') === file)
    const articles = own.map(finding => article(finding, lineOf(finding.file, finding.line)))
    return `<section><h2>${escapeHtml(name)}</h2>${articles.join('')}</section>`
  })
  const looked = `${countOf(lectures, 'lecture')}, ${countOf(slides, 'slide')}`
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(`Check of ${title}`)}</title><style>${tokensCss}${CSS}</style></head><body>`,
    `<h1>${escapeHtml(`Check of ${title}`)}</h1>`,
    `<p>${countOf(error, 'error')}, ${countOf(warning, 'warning')}, ${countOf(note, 'note')} in ${looked}`,
    `${seen ? ', at each step in a browser' : ', without a browser'}.</p>`,
    ...sections,
    '</body></html>',
    '',
  ].join('\n')
}

function article({ severity, rule, message, hint, line, picture }: Finding, source: string | undefined): string {
  return [
    '<article>',
    `<p><span class="${severity}">${severity}</span> ${escapeHtml(message)}</p>`,
    hint ? `<p>${escapeHtml(hint)}</p>` : '',
    source?.trim() ? `<pre><code>${escapeHtml(source.trim())}</code></pre>` : '',
    picture ? `<img src="${picture}" alt="${escapeHtml(`Where it stands: ${message}`)}">` : '',
    `<p class="place">${line ? `line ${line} · ` : ''}<code>${rule}</code> · ${escapeHtml(rules[rule].meaning)}</p>`,
    '</article>',
  ].join('')
}
