import { describe, expect, it } from 'vitest'
import { stackKindLook as kindLook, STACK_KIND_NAMES } from '../../src/stack/kinds.ts'

const PAPER = { light: '#ffffff', dark: '#12161d' } as const
const SCHEMES = ['light', 'dark'] as const

/** Relative luminance of `#rrggbb` as WCAG defines it. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Half of each, as a box looks that steps back. */
function half(a: string, b: string): string {
  return `#${[1, 3, 5].map(at => Math.round((Number.parseInt(a.slice(at, at + 2), 16) + Number.parseInt(b.slice(at, at + 2), 16)) / 2).toString(16).padStart(2, '0')).join('')}`
}

const stackKindLook = (kind: string) => kindLook(kind)!

describe.each(STACK_KIND_NAMES)('%s', (kind) => {
  it.each(SCHEMES)('is legible in the %s scheme', (scheme) => {
    const { fill, outline, label } = stackKindLook(kind)[scheme]
    expect(contrast(label, fill)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(label, half(fill, PAPER[scheme]))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(outline, PAPER[scheme])).toBeGreaterThanOrEqual(3)
  })

  it('has an outline that is a shade darker on paper, lighter in the dark', () => {
    const { light, dark } = stackKindLook(kind)
    expect(luminance(light.outline)).toBeLessThan(luminance(light.fill))
    expect(luminance(dark.outline)).toBeGreaterThan(luminance(dark.fill))
  })
})

// What stands directly on what in the pictures that lectures draw.
const NEIGHBOURS = [['hardware', 'os'], ['os', 'hypervisor'], ['hypervisor', 'vm'], ['vm', 'app'], ['os', 'engine'], ['vm', 'engine'], ['engine', 'container'], ['container', 'app'], ['os', 'kernel'], ['kernel', 'files'], ['files', 'image']] as const

it.each(NEIGHBOURS)('%s and %s are told apart in grayscale, by tone or by outline', (a, b) => {
  const [one, other] = [stackKindLook(a), stackKindLook(b)]
  const tone = (scheme: 'light' | 'dark') => contrast(one[scheme].fill, other[scheme].fill)
  const outlines = one.dashes !== other.dashes || one.stroke !== other.stroke
  expect(outlines || (tone('light') >= 1.1 && tone('dark') >= 1.1)).toBe(true)
})

it('knows its kinds and nothing else', () => {
  expect(STACK_KIND_NAMES.every(kind => kindLook(kind))).toBe(true)
  expect(['oss', 'toString', ''].some(kind => kindLook(kind))).toBe(false)
})
