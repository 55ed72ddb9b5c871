declare module 'unicode-name' {
  /** The Unicode name of a character, or a label such as `<private-use-F0C1>`; undefined where none is assigned. */
  export function unicodeName(character: string): string | undefined
}
