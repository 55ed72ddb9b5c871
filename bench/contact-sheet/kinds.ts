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
