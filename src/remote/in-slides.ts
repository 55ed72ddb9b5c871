import type { RemoteThing } from './embeds.ts'
import { readFences } from '../markdown/read-fences.ts'
import { readTags } from '../markdown/tags.ts'
import { isRemote, wholeAddress } from './address.ts'
import { mayBeRemote, remoteElements } from './elements.ts'
import { remoteInStyles } from './styles.ts'

/** Something on another host, and the line that names it. */
export interface LocatedRemote extends RemoteThing {
  line: number
}

const PICTURE = /!\[([^\]]*)\]\(\s*<?((?:https?:)?\/\/[^\s)>]+)/g
const CODE_SPAN = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g
const STYLE_BLOCK = /<style\b[^>]*>([\s\S]*?)<\/style>/g

/**
 * What a slide's Markdown shows of other hosts, in the order of its lines.
 * @param firstLine line of the Markdown in its file
 */
export function remoteInSlide(markdown: string, firstLine: number): LocatedRemote[] {
  const fences = readFences(markdown, firstLine)
  const diagrams = fences.filter(({ info }) => /^plantuml\b/.test(info)).map(({ line, code }): LocatedRemote =>
    ({ what: 'PlantUML diagram', address: 'https://www.plantuml.com/plantuml', source: code, line }))
  return [
    ...diagrams,
    ...remotePictures(markdown, firstLine),
    ...remoteTags(markdown, firstLine),
    ...remoteInStyleBlocks(markdown, firstLine),
  ].sort((a, b) => a.line - b.line)
}

/** What a component of the course shows of other hosts. */
export function remoteInComponent(component: string): LocatedRemote[] {
  // Vue's compiler is loaded for those alone that need it.
  const found = mayBeRemote(component.slice(component.indexOf('<template'))) ? remoteElements(component) : []
  const elements = found.map(({ element, ...thing }): LocatedRemote =>
    ({ ...thing, line: element.loc.start.line }))
  return [...elements, ...remoteInStyleBlocks(component, 1)]
}

/** What a style sheet asks of other hosts. */
export function remoteInStyleSheet(css: string, firstLine = 1): LocatedRemote[] {
  return remoteInStyles(css).map(({ address, offset }) =>
    ({ what: 'file of a style sheet', address: wholeAddress(address), line: lineAt(css, offset, firstLine) }))
}

function remoteInStyleBlocks(text: string, firstLine: number): LocatedRemote[] {
  return Array.from(text.matchAll(STYLE_BLOCK)).flatMap(({ 0: whole, 1: css = '', index }) =>
    remoteInStyleSheet(css, lineAt(text, index + whole.indexOf(css), firstLine)))
}

function remotePictures(markdown: string, firstLine: number): LocatedRemote[] {
  const masked = maskFences(markdown).replace(CODE_SPAN, blank)
  return Array.from(masked.matchAll(PICTURE)).map(({ 1: name, 2: address = '', index }) => {
    const line = lineAt(masked, index, firstLine)
    return { what: 'picture', name: name || undefined, address: wholeAddress(address), line }
  })
}

/** A tag by itself says what its element shows, but for what stands inside of it. */
function remoteTags(markdown: string, firstLine: number): LocatedRemote[] {
  const tags = readTags(markdown, firstLine)
  const shown = new Set<string>()
  return tags.filter(({ type }) => type !== 'close').flatMap(({ source, line }) => {
    const tag = /^<source\b/.test(source) ? `<video>${source}</video>` : source
    return remoteElements(`<template>${tag}</template>`)
      .filter(({ address }) => isRemote(address) && !shown.has(`${line} ${address}`) && shown.add(`${line} ${address}`))
      .map(({ element, ...thing }) => ({ ...thing, line }))
  })
}

function maskFences(markdown: string): string {
  const lines = markdown.split('\n')
  for (const { line, code } of readFences(markdown, 0))
    lines.fill('', line + 1, line + 1 + code.split('\n').length)
  return lines.join('\n')
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

function lineAt(text: string, offset: number, firstLine: number): number {
  return firstLine + text.slice(0, offset).split('\n').length - 1
}
