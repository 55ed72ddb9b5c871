import type { Course } from '../course/course.ts'
import type { BundledPages } from './bundle-pages.ts'
import { Buffer } from 'node:buffer'
import { pathToFileURL } from 'node:url'
import { hashValue } from '../core/inputs.ts'
import { languagesOf } from '../course/language.ts'
import { keptBundles } from './kept-bundles.ts'
import { withPageFonts } from './page-fonts.ts'

type RenderPages = typeof import('../../pages/render.ts')

/** The pages of the site, ready to be rendered. */
export interface CompiledPages {
  render: RenderPages
  /** Files that pages load, by their path below the site, e.g. `assets/site-B3f.js`. */
  files: ReadonlyMap<string, string | Uint8Array>
  style: string
  /** Styles for pages with a recording, besides. */
  talkStyle: string
  /** The typeface of running text. */
  fonts: string[]
  siteScript: string
  companionScript: string
  /** Code of the service worker. */
  serviceWorker: string
}

const TEXT_FONT = /source-sans-3-latin-wght-normal[^/]*\.woff2$/

/**
 * Compiles the Vue components of pages for this process, and their styles and scripts for browsers, or takes what was
 * compiled before; the typefaces are those that the course's texts use.
 */
export async function compilePages(course: Course): Promise<CompiledPages> {
  const { bundles, renderFile } = await keptBundles(course.root, languagesOf(course))
  const [render, { style, files }] = await Promise.all([
    import(pathToFileURL(renderFile).href) as Promise<RenderPages>,
    withPageFonts(bundles.style, course, 'assets'),
  ])
  const styleFile = `assets/styles-${hashValue(style).slice(0, 8)}.css`
  return {
    render,
    files: new Map([...Object.entries(bundles.files).map(textOrBytes), [styleFile, style], ...files]),
    style: styleFile,
    talkStyle: bundles.talkStyle,
    fonts: [...files.keys()].filter(name => TEXT_FONT.test(name)),
    siteScript: bundles.siteScript,
    companionScript: bundles.companionScript,
    serviceWorker: bundles.serviceWorker,
  }
}

function textOrBytes([name, content]: [string, BundledPages['files'][string]]): [string, string | Uint8Array] {
  return [name, 'text' in content ? content.text : Buffer.from(content.base64, 'base64')]
}
