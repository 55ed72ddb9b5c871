import type { StackKind } from './kinds.ts'
import { stackKindLook } from './kinds.ts'

/** The look of a kind as CSS variables, of which the component's style takes those of the scheme. */
export function stackTones(kind: StackKind): Record<string, string | number> {
  const { light, dark, dashes = 'none', stroke } = stackKindLook(kind)
  return {
    '--fill-light': light.fill,
    '--line-light': light.outline,
    '--text-light': light.label,
    '--fill-dark': dark.fill,
    '--line-dark': dark.outline,
    '--text-dark': dark.label,
    '--dashes': dashes,
    '--stroke': stroke,
  }
}

/** Whether a broken line runs inside the outline. */
export function hasSeam(kind: StackKind): boolean {
  return stackKindLook(kind).dashes !== undefined
}
