import type { Scanner } from './scanner.ts'

/** A line of the source without the quotation marks and the indentation before its text. */
export interface ScannedLine {
  /** What stands before the text, to be put before what replaces it. */
  prefix: string
  text: string
  /** From 1. */
  number: number
  /** Columns before the line. */
  indent: number
}

/**
 * Takes a line that it knows, and writes what the line becomes.
 * @returns the texts of the line that other rules have still to read, none where all is done; undefined for a line
 * that is not one of its own
 */
export type BlockRule = (line: ScannedLine, scanner: Scanner) => string[] | undefined

/** Replaces what it knows inside a line of text. */
export type InlineRule = (text: string, number: number, scanner: Scanner) => string
