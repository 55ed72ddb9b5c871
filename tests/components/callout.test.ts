import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import Callout from '../../components/Callout.vue'
import { didYouMean } from '../../src/core/did-you-mean.ts'
import { calloutKindNames, calloutKinds, isCalloutKind } from '../../src/shared/callout-kinds.ts'
import { render } from './render.ts'

describe('Callout', () => {
  it('is a note that says its kind, with a title of its own', async () => {
    const html = await render(Callout, { kind: 'caution', title: 'A <b> & "c"' }, { default: () => h('p', 'Text') })
    expect(html).toContain('<aside class="callout" role="note" aria-label="Caution" data-kind="caution"')
    expect(html).toContain('<div class="callout-title"><p>A &lt;b&gt; &amp; &quot;c&quot;</p></div>')
    expect(html).toContain('<div class="callout-body"><p>Text</p></div>')
  })

  it('takes the name of its kind for a title, and a title in Markdown from the slot', async () => {
    expect(await render(Callout, { kind: 'tip' })).toContain('<p>Tip</p>')
    expect(await render(Callout, { kind: 'tip' }, { title: () => h('p', h('em', 'Slot')) })).toContain('<div class="callout-title"><p><em>Slot</em></p></div>')
  })

  it('has no empty body', async () => {
    expect(await render(Callout, { kind: 'tip' })).not.toContain('callout-body')
  })

  it('names the kinds and the nearest one where it does not know the kind', async () => {
    await expect(render(Callout, { kind: 'warnig' })).rejects.toThrowErrorMatchingInlineSnapshot(`[Error: There is no callout "warnig". Did you mean warning? There are: note, tip, info, important, warning, caution, danger.]`)
  })
})

describe('kinds', () => {
  it('have marks and colours of their own', () => {
    for (const key of ['mark', 'light', 'dark', 'label'] as const)
      expect(new Set(calloutKindNames.map(kind => calloutKinds[kind][key])).size).toBe(7)
  })

  it.each(calloutKindNames)('%s has a contrast of at least 4.5 to 1 on light and on dark', (kind) => {
    expect(contrast(calloutKinds[kind].light, '#f2f5f9')).toBeGreaterThan(4.5)
    expect(contrast(calloutKinds[kind].dark, '#1c232e')).toBeGreaterThan(4.5)
  })

  it('are guarded, and the nearest one is found only where one is near', () => {
    expect(isCalloutKind('note')).toBe(true)
    expect(isCalloutKind('toString')).toBe(false)
    expect(didYouMean('Warnig', calloutKindNames)).toBe('warning')
    expect(didYouMean('private', calloutKindNames)).toBeUndefined()
  })
})

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
