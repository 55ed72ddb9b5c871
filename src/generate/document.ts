import type { Node, Parent, Root, RootContent } from 'mdast'
import type { DocumentFormat } from './read/formats.ts'

/** Kinds that the admonitions of all dialects fold to. */
export type AdmonitionKind
  = | 'note'
    | 'tip'
    | 'info'
    | 'important'
    | 'warning'
    | 'caution'
    | 'danger'
    | 'question'
    | 'exercise'
    | 'solution'
    | 'summary'
    | 'objectives'
  /** For who teaches, not for who listens. */
    | 'instructor'

/** An admonition, alert, hint or callout of any dialect. */
export interface Admonition extends Parent {
  type: 'admonition'
  kind: AdmonitionKind
  /** Plain text, where the author gave one. */
  title?: string
  children: RootContent[]
}

/** One of several alternatives that the document shows behind tabs. */
export interface Tab extends Parent {
  type: 'tab'
  label: string
  children: RootContent[]
}

/** A picture that the document only names, as copied page text does. */
export interface MissingFigure extends Node {
  type: 'missingFigure'
  alt: string
}

declare module 'mdast' {
  interface RootContentMap {
    admonition: Admonition
    tab: Tab
    missingFigure: MissingFigure
  }
  interface Data {
    /** First and last line in the source file, from 1; on every block of the tree, at any depth. */
    lines?: [number, number]
    /** On code of which a slide shows only a part. */
    isListing?: boolean
  }
}

/*
 * Nodes of other kinds: a comment of the source is an `html` node `<!-- … -->`; others are `<kbd>`, `<sub>`,
 * `<sup>`, `<mark>`, `<small>` and `<u>` and their ends, inside of text. The `meta` of a `code` node is Slidev's:
 * `[name of the file] {1,3-5}`, each part where the document says it. Code that a document includes from a file that is
 * not there has a line `Code not included: path`.
 */

/** Something of the source that is not in the tree, and why. */
export interface Omission {
  /** First and last line in the source, from 1. */
  lines: [number, number]
  what: string
  why: string
}

/** A lecture document as it was read, whatever it was written in. */
export interface SourceDocument {
  /** Absolute path, or `-` for standard input. */
  file: string
  format: DocumentFormat
  /**
   * Decoded, with LF line ends and without a byte order mark; all line numbers are those of its lines. Of a converted
   * document, the Markdown or HTML that it became.
   */
  text: string
  /** For each line of the text where it comes from in a file of another format, such as `cell 3`. */
  places?: readonly string[]
  /** Pictures that are part of the file, by the addresses that the document has for them. */
  media?: ReadonlyMap<string, Uint8Array>
  title?: string
  /** The title that its front matter gives it, where that differs from its headings or there are none. */
  givenTitle?: string
  description?: string
  author?: string
  date?: string
  /** BCP 47 tag, where the document says it. */
  language?: string
  /** mdast with GFM, math and footnotes; every block has `data.lines`. */
  root: Root
  omitted: Omission[]
}
