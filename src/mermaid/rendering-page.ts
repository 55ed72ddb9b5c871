import type { Browser, Page } from 'playwright-chromium'
import type { DiagramSpacing, DiagramTheme } from './themes.ts'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fontCss } from '../fonts/font-css.ts'
import { planFonts } from '../fonts/plan-fonts.ts'
import { slideSize } from '../slidev/contract/names.ts'
import { ID_PREFIX } from './diagram.ts'
import { hideEntities, showEntities, showEntitiesInSvg } from './entities.ts'
import { centerStates, drawInPage, finishSvg, readLabels } from './in-page.ts'
import { inlineStyles } from './inline-styles.ts'
import { DIAGRAM_FONT, mermaidConfig, SCRIPTS_FONT } from './themes.ts'

const require = createRequire(import.meta.url)

/** Version of the Mermaid that draws. */
export const mermaidVersion = (require('mermaid/package.json') as { version: string }).version

/** Pixels of a slide below its title and between its margins. */
const PLACE = { width: 868, height: 400 }
/** How much larger than it is a diagram is drawn where there is room, so that its labels are those of stacks. */
const WANTED_SCALE = 4 / 3

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
export interface RenderingPage {
  /** @throws DiagramError */
  render: (code: string, theme: DiagramTheme) => Promise<Drawing>
  close: () => Promise<void>
}

export async function openRenderingPage(browser: Browser): Promise<RenderingPage> {
  const context = await browser.newContext({ viewport: slideSize })
  await context.route('**/*', route => route.abort())
  const page = await context.newPage()
  const styles = `<style>${await fontFaces()}</style><style id="faces"></style>`
  await page.setContent(`<!doctype html><html lang="en">${styles}<body></body></html>`)
  await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') })
  // TypeScript runners name inner functions with a helper that a page does not have.
  await page.addScriptTag({ content: 'window.__name = value => value' })
  const functions = Object.entries({ inlineStyles, readLabels, finishSvg, centerStates })
  const members = functions.map(([name, source]) => `${name}: ${source}`)
  await page.addScriptTag({ content: `Object.assign(window, { ${members.join(', ')} })` })
  return {
    render: (code, theme) => render(page, code, theme),
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
    const inline = (css: string, url: string, i: number) =>
      css.replaceAll(`url(${url})`, `url(data:font/woff2;base64,${data[i]})`)
    return urls.reduce(inline, css)
  }))
  return faces.join('\n')
}

/** Faces of the letters, signs and emoji of a diagram that the look's font lacks. */
async function scriptFaces(code: string): Promise<string> {
  const { faces } = planFonts(code, 'en')
  const own = faces.map(face => face.family === DIAGRAM_FONT ? face : { ...face, family: SCRIPTS_FONT })
  const files = own.map(async ({ file }) => [file, await fs.readFile(file, 'base64')] as const)
  const data = new Map(await Promise.all(files))
  return fontCss({ faces: own, missing: [] }, file => `data:font/woff2;base64,${data.get(file)}`)
}

/** How large a diagram can be drawn on a slide. */
function scaleOf({ width, height }: Pick<Drawing, 'width' | 'height'>): number {
  return Math.min(PLACE.width / width, PLACE.height / height)
}

async function render(page: Page, code: string, theme: DiagramTheme): Promise<Drawing> {
  const faces = await scriptFaces(code)
  const draw = async (spacing: DiagramSpacing) => {
    const drawing = await page.evaluate(drawInPage, {
      code: hideEntities(code),
      config: mermaidConfig(theme, spacing),
      id: `${ID_PREFIX}-${theme}`,
      fonts: [DIAGRAM_FONT, SCRIPTS_FONT],
      faces,
    })
    if ('error' in drawing)
      throw new DiagramError(showEntities(drawing.error))
    return drawing
  }
  const roomy = await draw('roomy')
  const tight = scaleOf(roomy) < WANTED_SCALE ? await draw('tight') : roomy
  const result = scaleOf(tight) > scaleOf(roomy) ? tight : roomy
  const { svg, title, description, labels } = result
  return {
    ...result,
    svg: showEntitiesInSvg(svg).replaceAll(`&quot;${SCRIPTS_FONT}&quot;`, 'var(--docent-scripts)'),
    title: showEntities(title),
    description: showEntities(description),
    labels: labels.map(showEntities),
  }
}
