import type { Problem } from '../core/errors.ts'
import type { OwnKinds } from '../stack/kinds.ts'
import type { SlideText } from './slide-text.ts'
import { LineCounter, parseDocument, visit } from 'yaml'
import { fenceLanguage } from '../markdown/fence-languages.ts'
import { stackKindLook } from '../stack/kinds.ts'
import { readCourseKinds } from '../stack/own-kinds.ts'
import { alikeTo } from './colors.ts'

interface Layer {
  label: string
  kind: string
  /** Line in its fence, from 1. */
  line: number
}

/** Layers of a diagram that have the same words and only a color to tell their kinds, where some cannot see it. */
export function alikeKinds({ slide: { file }, fences }: SlideText, kinds: OwnKinds): Problem[] {
  return fences.filter(({ info }) => fenceLanguage(info) === 'stack').flatMap(({ code, line }) => {
    const { layers, own } = readLayers(code)
    const all = { ...kinds, ...own }
    return layers.flatMap((layer, i) => {
      const pair = layers.slice(0, i).map(other => ({ other, to: alike(layer, other, all) })).find(({ to }) => to)
      if (!pair)
        return []
      const names = `the kind "${pair.other.kind}" and of the kind "${layer.kind}"`
      const message = `"${layer.label}" is a layer of ${names}, which look alike ${pair.to}.`
      const hint = 'Give one of the kinds another tone or a pattern, or say in the labels which is which.'
      return [{ message, hint, file, line: line + layer.line }]
    })
  })
}

function alike(one: Layer, other: Layer, kinds: OwnKinds): string | undefined {
  const [a, b] = [stackKindLook(one.kind, kinds), stackKindLook(other.kind, kinds)]
  if (!a || !b || one.label !== other.label || one.kind === other.kind || a.dashes !== b.dashes)
    return
  return alikeTo(a.light.fill, b.light.fill) ?? alikeTo(a.dark.fill, b.dark.fill)
}

function readLayers(code: string): { layers: Layer[], own: OwnKinds } {
  const labels = Array.from(code.matchAll(/\blabel:([^,}\n]*)/g), ([, label]) => label!.trim())
  if (new Set(labels).size === labels.length)
    return { layers: [], own: {} }
  const lines = new LineCounter()
  const layers: Layer[] = []
  const document = parseDocument(code, { lineCounter: lines })
  visit(document, {
    Map(_, map) {
      const [label, kind]: unknown[] = [map.get('label'), map.get('kind')]
      if (label !== undefined && kind !== undefined)
        layers.push({ label: String(label), kind: String(kind), line: lines.linePos(map.range![0]).line })
    },
  })
  const data: unknown = document.errors.length ? undefined : document.toJS()
  const written = typeof data === 'object' && data !== null && 'kinds' in data ? data.kinds : undefined
  return { layers, own: readCourseKinds(written).kinds }
}
