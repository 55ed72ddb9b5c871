import type { StackKindLook } from './kinds.ts'

/** The look of a kind as CSS variables, of which the component's style takes those of the scheme. */
export function stackTones({ light, dark, dashes = 'none', stroke }: StackKindLook): Record<string, string | number> {
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
