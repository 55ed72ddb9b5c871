import type { Flag } from './command.ts'

/** The flags that several commands have. */
export const courseFlag = {
  type: 'string',
  value: 'DIR',
  default: '.',
  help: 'folder of the course',
} as const satisfies Flag

export const browserFlag = {
  type: 'string',
  value: 'FILE',
  help: 'Chrome, Edge or Chromium to print with (default: one is found)',
} as const satisfies Flag

/** @param first port that is tried where none is given */
export function portFlag<const First extends string>(first: First) {
  return {
    type: 'string',
    value: 'N',
    default: first,
    help: 'port on 127.0.0.1; the next free one is taken where it is in use',
  } as const satisfies Flag
}
