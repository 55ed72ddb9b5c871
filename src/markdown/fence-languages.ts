import { bundledLanguages } from 'shiki/langs'
import { didYouMean } from '../core/did-you-mean.ts'

/** Fences that are no code of a language: drawn, or plain text. */
const OTHER = ['mermaid', 'plantuml', 'stack', 'text', 'txt', 'plain', 'plaintext', 'ansi', 'mdc']

const names = [...Object.keys(bundledLanguages), ...OTHER]
const known = new Set(names)

/** The language of a fence as it is written, or undefined where it names none. */
export function fenceLanguage(info: string): string | undefined {
  return /^[^\s{[]+/.exec(info)?.[0]
}

export function isFenceLanguage(name: string): boolean {
  return known.has(name.toLowerCase())
}

/** The language that is meant by a misspelt one; undefined where none is near. */
export function nearestLanguage(name: string): string | undefined {
  return didYouMean(name, names)
}
