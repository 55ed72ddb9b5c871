import type { inlineStyles } from './inline-styles.ts'
import type { Drawing } from './rendering-page.ts'

// All of this runs in the drawing page, which has nothing of this module but the functions.

interface DrawingWindow {
  mermaid: { initialize: (config: unknown) => void, render: (id: string, code: string) => Promise<{ svg: string }> }
  inlineStyles: typeof inlineStyles
  readLabels: typeof readLabels
  finishSvg: typeof finishSvg
  centerStates: typeof centerStates
}

export interface DrawInPage {
  code: string
  config: Record<string, unknown>
  /** Of the SVG, and what every id in it begins with. */
  id: string
  fonts: readonly string[]
  /** Style sheet of faces that this diagram needs beside those of every diagram. */
  faces: string
}

/** Draws a diagram and reads what is to be known of it. */
export async function drawInPage({ code, config, id, fonts, faces }: DrawInPage): Promise<Drawing | { error: string }> {
  const { mermaid, inlineStyles, readLabels, finishSvg, centerStates } = window as unknown as DrawingWindow
  document.body.replaceChildren()
  // Mermaid measures text: the font must be there first, with every letter that the diagram has.
  document.querySelector('#faces')!.textContent = faces
  const styles = ['400', '700', 'italic 400'].flatMap(style => fonts.map(font => `${style} 18px "${font}"`))
  await Promise.all(styles.map(style => document.fonts.load(style, code)))
  mermaid.initialize(config)
  try {
    document.body.innerHTML = (await mermaid.render(id, code)).svg
  }
  catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
  const svg = document.body.querySelector('svg')!
  const addresses = Array.from(svg.querySelectorAll('image, use, feImage'), element =>
    element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '')
  const picture = addresses.find(href => href && !/^(?:#|data:)/.test(href))
  if (picture)
    return { error: `It shows a picture that is not part of it: ${picture}` }
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(/\s+/).map(Number)
  const kind = svg.getAttribute('aria-roledescription') ?? ''
  const title = svg.querySelector(':scope > title')?.textContent?.trim() ?? ''
  const description = svg.querySelector(':scope > desc')?.textContent?.trim() ?? ''
  const labels = readLabels(svg, kind)
  if (kind.startsWith('state'))
    centerStates(svg)
  inlineStyles(svg)
  return { kind, title, description, labels, width, height, svg: finishSvg(svg) }
}

/** The texts of a diagram: things before what joins them, and a conversation from its top. */
export function readLabels(svg: SVGSVGElement, kind: string): string[] {
  const order = (element: Element) => {
    const { x, y } = element.getBoundingClientRect()
    if (kind === 'sequence')
      return Math.round(y) * 10_000 + x
    return Number(element.closest('.edgeLabel, .edgeLabels') !== null)
  }
  const texts = [...svg.querySelectorAll('text')]
    .filter(element => !element.closest('.tick'))
    .sort((a, b) => order(a) - order(b))
  return texts.map((element) => {
    const rows = [...element.querySelectorAll('.text-outer-tspan, tspan[x]')]
      .filter(row => !row.querySelector('tspan[x]'))
    return (rows.length ? rows : [element]).map(row => row.textContent ?? '').join(' ').replace(/\s+/g, ' ').trim()
  }).filter(Boolean)
}

/** Without HTML in its labels Mermaid begins the name of a state at the left edge of its box. */
export function centerStates(svg: SVGSVGElement): void {
  for (const label of svg.querySelectorAll('.node > .label:only-of-type, .node > .label-container + .label')) {
    const [, y] = /translate\([^,]*,([^)]*)\)/.exec(label.getAttribute('transform') ?? '') ?? []
    if (!y || label.parentElement!.querySelectorAll('.label').length > 1)
      continue
    label.setAttribute('transform', `translate(0,${y})`)
    for (const text of label.querySelectorAll<SVGElement>('text, .text-outer-tspan'))
      text.style.setProperty('text-anchor', 'middle')
  }
}

/** The SVG without what is not seen and what names it; its ids are only those that it refers to. */
export function finishSvg(svg: SVGSVGElement): string {
  for (const { name } of Array.from(svg.attributes)) {
    if (!['viewBox', 'style', 'xmlns', 'xmlns:xlink'].includes(name))
      svg.removeAttribute(name)
  }
  const drawing = svg.outerHTML
  for (const element of svg.querySelectorAll('defs > *, symbol, marker, filter, :scope > title, :scope > desc')) {
    if (!element.id || !drawing.includes(`#${element.id}`))
      element.remove()
  }
  const seen = svg.outerHTML
  for (const element of svg.querySelectorAll('[id]')) {
    if (!seen.includes(`#${element.id}`))
      element.removeAttribute('id')
  }
  for (const empty of svg.querySelectorAll('defs:empty, g:empty'))
    empty.remove()
  return new XMLSerializer().serializeToString(svg)
}
