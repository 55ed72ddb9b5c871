import type { DiagramTheme } from './themes.ts'

/** A diagram in every theme, ready to stand in a page. */
export interface RenderedDiagram {
  /**
   * SVG by theme, without scripts, style sheets, external references or a size of its own;
   * its ids begin with `ID_PREFIX`.
   */
  svg: Record<DiagramTheme, string>
  /** What a person who does not see it is told. */
  name: string
  /** In pixels, at the size of a slide's text. */
  width: number
  height: number
}

/** What every id inside a drawn SVG begins with; `numberDiagrams` makes it unique in a page. */
export const ID_PREFIX = 'docent-diagram'

/** The text of a fence as it is drawn: the same text is drawn once. */
export function diagramText(code: string): string {
  return code.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').trim()
}
