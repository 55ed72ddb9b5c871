import type { SlideChange } from './compare-slides.ts'
import type { SlidePictures } from './slide-pictures.ts'
import { Buffer } from 'node:buffer'
import { diffComm } from 'node-diff3'
import { escapeHtml } from '../../core/escape.ts'
import { tokensCss } from '../../core/tokens.ts'

const CSS = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 75rem; margin: 0 auto; padding: 2rem 1.25rem }
body { color: var(--docent-ink); background: var(--docent-paper) }
section { border-top: 1px solid var(--docent-line); padding: 1rem 0 } h2 { font-size: 1.125rem }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem } figure { margin: 0 }
figcaption { color: var(--docent-quiet) }
img { width: 100%; border: 1px solid var(--docent-line) }
pre { white-space: pre-wrap; background: var(--docent-surface); padding: .75rem } ins, del { text-decoration: none }
ins { background: light-dark(#d3f2d8, #1d4a28) } del { background: light-dark(#fbd9d6, #5a211d) }
`

const WORDS = {
  new: 'is new',
  gone: 'is gone',
  text: 'has another text',
  notes: 'has other notes',
  picture: 'looks different',
} as const satisfies Record<SlideChange['what'], string>

/** What became of a slide, in words. */
export function changeText({ lecture, id, what }: SlideChange): string {
  return `${lecture}#/${id} ${WORDS[what]}`
}

/** A page with slides that have changed, as they were and as they are; it needs no other file. */
export function changesPage(
  changes: readonly SlideChange[],
  { title, revision, before, after }: { title: string, revision: string, before: SlidePictures, after: SlidePictures },
): string {
  const sections = changes.map((change) => {
    const { lecture, before: old, after: now } = change
    const sides = [
      old && figure(before.get(`${lecture} ${old.number}`), `As it was: slide ${old.number}`),
      now && figure(after.get(`${lecture} ${now.number}`), `As it is: slide ${now.number}`),
    ]
    return [
      `<section><h2>${escapeHtml(`${(now ?? old)!.title}: ${changeText(change)}`)}</h2>`,
      `<div class="sides">${sides.filter(Boolean).join('')}</div>`,
      diff(sourceOf(old), sourceOf(now)),
      '</section>',
    ].join('')
  })
  const name = escapeHtml(`Changes of ${title} since ${revision}`)
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${name}</title><style>${tokensCss}${CSS}</style></head><body><h1>${name}</h1>`,
    ...sections,
    '</body></html>\n',
  ].join('\n')
}

function figure(picture: Uint8Array | undefined, caption: string): string {
  if (!picture)
    return ''
  const address = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`
  return `<figure><img src="${address}" alt="${caption}"><figcaption>${caption}</figcaption></figure>`
}

function sourceOf(slide: SlideChange['before']): string[] {
  if (!slide)
    return []
  const notes = slide.notes ? ['', ...slide.notes.trim().split('\n')] : []
  return [...slide.content.trim().split('\n'), ...notes]
}

function diff(before: readonly string[], after: readonly string[]): string {
  const parts = diffComm([...before], [...after])
  if (parts.every(part => 'common' in part && part.common))
    return ''
  const lines = parts.flatMap((part) => {
    if ('common' in part && part.common)
      return part.common.map(line => escapeHtml(line))
    const { buffer1 = [], buffer2 = [] } = part as { buffer1?: string[], buffer2?: string[] }
    return [
      ...buffer1.map(line => `<del>- ${escapeHtml(line)}</del>`),
      ...buffer2.map(line => `<ins>+ ${escapeHtml(line)}</ins>`),
    ]
  })
  return `<pre>${lines.join('\n')}</pre>`
}
