import type { Browser, Page } from 'playwright-chromium'
import type { DiagramTheme } from './themes.ts'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ID_PREFIX } from './diagram.ts'
import { inlineStyles } from './inline-styles.ts'
import { DIAGRAM_FONT, mermaidConfig } from './themes.ts'

const require = createRequire(import.meta.url)

/** Version of the Mermaid that draws. */
export const mermaidVersion = (require('mermaid/package.json') as { version: string }).version

/** One diagram in one theme, as it comes from the page. */
export interface Drawing {
  svg: string
  width: number
  height: number
  /** Mermaid's name of the kind, e.g. `flowchart-v2`. */
  kind: string
  /** The author's `accTitle` and `accDescr`. */
  title: string
  description: string
  /** The texts of the diagram in the order in which they are drawn. */
  labels: string[]
}

/** A diagram that cannot be drawn, in Mermaid's own words. */
export class DiagramError extends Error {
  override name = 'DiagramError'
  /** Line of the diagram at fault, from 1, where Mermaid says it. */
  readonly line?: number

  constructor(words: string) {
    super(words)
    const line = /\bline (\d+)/i.exec(words)?.[1]
    this.line = line === undefined ? undefined : Number(line)
  }
}

/** A blank page of a browser, with Mermaid and the look's font in it and no way to any host. */
export interface DrawingPage {
  /** @throws DiagramError */
  draw: (code: string, theme: DiagramTheme) => Promise<Drawing>
  close: () => Promise<void>
}

export async function openDrawingPage(browser: Browser): Promise<DrawingPage> {
  const context = await browser.newContext({ viewport: { width: 980, height: 552 } })
  await context.route('**/*', route => route.abort())
  const page = await context.newPage()
  await page.setContent(`<!doctype html><html lang="en"><style>${await fontFaces()}</style><body></body></html>`)
  await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') })
  // TypeScript runners name inner functions with a helper that a page does not have.
  await page.addScriptTag({ content: 'window.__name = value => value' })
  await page.addScriptTag({ content: `window.inlineStyles = ${inlineStyles}` })
  return {
    draw: (code, theme) => draw(page, code, theme),
    close: () => context.close(),
  }
}

/** The look's font as data, for the page has no host to ask. */
async function fontFaces(): Promise<string> {
  const faces = await Promise.all(['wght.css', 'wght-italic.css'].map(async (name) => {
    const file = require.resolve(`@fontsource-variable/source-sans-3/${name}`)
    const css = await fs.readFile(file, 'utf8')
    const urls = [...new Set(Array.from(css.matchAll(/url\(([^)]+)\)/g), ([, url]) => url!))]
    const data = await Promise.all(urls.map(url => fs.readFile(path.resolve(path.dirname(file), url), 'base64')))
    return urls.reduce((text, url, i) => text.replaceAll(`url(${url})`, `url(data:font/woff2;base64,${data[i]})`), css)
  }))
  return faces.join('\n')
}

async function draw(page: Page, code: string, theme: DiagramTheme): Promise<Drawing> {
  const result = await page.evaluate(drawInPage, { code, config: mermaidConfig(theme), id: `${ID_PREFIX}-${theme}`, font: DIAGRAM_FONT })
  if ('error' in result)
    throw new DiagramError(result.error)
  return result
}

interface MermaidWindow {
  mermaid: { initialize: (config: unknown) => void, render: (id: string, code: string) => Promise<{ svg: string }> }
  inlineStyles: typeof inlineStyles
}

/** Runs in the page. */
async function drawInPage({ code, config, id, font }: { code: string, config: Record<string, unknown>, id: string, font: string }): Promise<Drawing | { error: string }> {
  const { mermaid, inlineStyles } = window as unknown as MermaidWindow
  document.body.replaceChildren()
  // Mermaid measures text: the font must be there first, with every letter that the diagram has.
  await Promise.all(['400', '700', 'italic 400'].map(style => document.fonts.load(`${style} 18px "${font}"`, code)))
  mermaid.initialize(config)
  let svgText: string
  try {
    svgText = (await mermaid.render(id, code)).svg
  }
  catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
  document.body.innerHTML = svgText
  const svg = document.body.querySelector('svg')!
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(/\s+/).map(Number)
  const text = (selector: string) => svg.querySelector(`:scope > ${selector}`)?.textContent?.trim() ?? ''
  const outside = Array.from(svg.querySelectorAll('image, use, feImage'), element => element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '').find(href => href && !/^(?:#|data:)/.test(href))
  if (outside)
    return { error: `It shows a picture that is not part of it: ${outside}` }
  const drawing = {
    kind: svg.getAttribute('aria-roledescription') ?? '',
    title: text('title'),
    description: text('desc'),
    labels: Array.from(svg.querySelectorAll('text, foreignObject'), (element) => {
      const rows = [...element.querySelectorAll('.text-outer-tspan, tspan[x]')].filter(row => !row.querySelector('tspan[x]'))
      return (rows.length ? rows : [element]).map(row => row.textContent ?? '').join(' ').replace(/\s+/g, ' ').trim()
    }).filter(Boolean),
    width,
    height,
  }
  inlineStyles(svg)
  for (const element of svg.querySelectorAll(':scope > title, :scope > desc'))
    element.remove()
  for (const { name } of [...svg.attributes]) {
    if (!['viewBox', 'style', 'xmlns', 'xmlns:xlink'].includes(name))
      svg.removeAttribute(name)
  }
  const markup = svg.outerHTML
  for (const element of svg.querySelectorAll('[id]')) {
    if (!markup.includes(`#${element.id})`) && !markup.includes(`"#${element.id}"`))
      element.removeAttribute('id')
    else if (!element.id.startsWith(id))
      return { error: `The id "${element.id}" is not its own` }
  }
  return { ...drawing, svg: new XMLSerializer().serializeToString(svg) }
}
