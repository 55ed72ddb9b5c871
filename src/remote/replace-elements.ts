import type { RemotePolicy } from '../shared/remote-policies.ts'
import type { RemoteElement } from './elements.ts'
import { escapeHtml } from '../core/escape.ts'
import { vueCompiler } from '../core/vue-compiler.ts'
import { remoteElements } from './elements.ts'
import { stillOf } from './still.ts'

/** Attributes that say where an element stands and how large it is, not what it shows. */
const OF_THE_PLACE = new RegExp(`^(?:${[
  '(?:class|style|width|height|key|ref|slot)$',
  'data-',
  'v-(?!bind$|model|html|text|pre$)',
  '[#@]',
  ':(?:class|style|width|height|key|initial|enter|leave|visible|click-.+)$',
].join('|')})`)

/**
 * A component, or a slide that has become one, in whose template stills stand for what other hosts have.
 * With the policy `keep` they do only on paper.
 */
export function replaceRemoteElements(component: string, policy: RemotePolicy, language?: string): string {
  const changed = new (vueCompiler().MagicString)(component)
  for (const remote of remoteElements(component)) {
    const { start, end, source } = remote.element.loc
    const still = stillTag(remote, language)
    // What begins with v-else must follow its v-if.
    const keeps = policy === 'keep' && !/^<[\w-]+\s[^>]*\bv-else/.test(source)
    changed.overwrite(start.offset, end.offset, keeps
      ? `<template v-if="$onPaper">${still}</template><template v-else>${source}</template>`
      : still)
  }
  return changed.toString()
}

function stillTag(remote: RemoteElement, language?: string): string {
  const place = remote.element.props
    .map(({ loc: { source } }) => source)
    .filter(source => OF_THE_PLACE.test(source.split('=')[0]!))
  const { what, label, address, shown, qr, size } = stillOf(remote, language)
  const attributes = { what, label, address, shown, qr }
  const text = Object.entries(attributes).map(([name, value]) => `${name}="${escapeHtml(value)}"`)
  const source = remote.source === undefined ? '' : `<pre v-pre>${escapeHtml(remote.source)}</pre>`
  return `<RemoteStill ${[...place, ...text, `:size="${size}"`].join(' ')}>${source}</RemoteStill>`
}
