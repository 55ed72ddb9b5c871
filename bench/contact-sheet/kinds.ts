import type { Progress } from '../../src/core/progress.ts'

/** What contact sheets show, by the name of their files. */
export const sheetKinds = {
  light: 'every step of every slide',
  dark: 'the same in the dark',
  gray: 'slides without colour',
  print: 'handouts in every layout',
  pages: 'pages of the site, light and dark',
  phone: 'the same on a phone',
} as const

export type SheetKind = keyof typeof sheetKinds

export function isSheetKind(name: string): name is SheetKind {
  return Object.hasOwn(sheetKinds, name)
}

/** What contact sheets are made of. */
export interface ContactSheetOptions {
  /** Folder of the course. */
  root: string
  /** Slugs of the lectures; all of them where there is none. */
  only: readonly string[]
  kinds: readonly SheetKind[]
  /** Folder for the sheets. */
  out: string
  executablePath?: string
  progress: Progress
}
