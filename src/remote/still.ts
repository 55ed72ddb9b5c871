import type { Still } from '../shared/still.ts'
import type { RemoteThing } from './embeds.ts'
import { escapeHtml } from '../core/escape.ts'
import { qrPath } from '../core/qr.ts'
import { wordsIn } from '../language/languages.ts'
import { shownAddress } from './address.ts'

/** The still of something on another host; what has no name is called by what it is. */
export function stillOf({ what, address, name }: RemoteThing, language = 'en'): Still {
  const label = name ?? calledIn(language, what)
  const { path, size } = qrPath(address)
  return { what, label, address, shown: shownAddress(address), qr: path, size }
}

function calledIn(language: string, what: string): string {
  const named: Readonly<Record<string, string>> = wordsIn(language).words.remote
  return named[what] ?? `${what[0]!.toUpperCase()}${what.slice(1)}`
}

/** A still as HTML, as `RemoteStill` draws it, for a page that has its styles. */
export function stillHtml(thing: RemoteThing): string {
  const { label, address, shown, qr, size } = stillOf(thing)
  const whole = size + 4
  return [
    '<div class="remote-still"><div class="remote-words">',
    `<strong>${escapeHtml(label)}</strong><a href="${escapeHtml(address)}">${escapeHtml(shown)}</a></div>`,
    `<svg class="remote-qr" viewBox="-2 -2 ${whole} ${whole}" aria-hidden="true" shape-rendering="crispEdges">`,
    `<rect x="-2" y="-2" width="${whole}" height="${whole}" fill="#fff"/><path d="${qr}" fill="#000"/></svg></div>`,
  ].join('')
}
