import type { Browser } from 'playwright-chromium'
import type { Problem } from '../core/errors.ts'
import type { Progress } from '../core/progress.ts'
import type { Course, Slide } from '../course/course.ts'
import type { DiagramCache } from './cache.ts'
import type { RenderedDiagram } from './diagram.ts'
import type { RenderDiagram } from './renderer.ts'
import type { RenderingPage } from './rendering-page.ts'
import { throwProblems } from '../core/errors.ts'
import { readFences } from '../markdown/read-fences.ts'
import { accessibleName } from './accessible-name.ts'
import { openDiagramCache } from './cache.ts'
import { diagramText } from './diagram.ts'
import { DiagramError, openRenderingPage } from './rendering-page.ts'

export interface DiagramRenderer {
  /** Draws a diagram, or takes it from the cache. @throws DiagramError */
  render: RenderDiagram
  close: () => Promise<void>
}

/**
 * Draws diagrams on demand, each text once, and keeps them in the course's cache.
 * The browser is asked for only when a diagram is not in the cache.
 */
export function openDiagramRenderer(
  { root, language }: Pick<Course, 'root' | 'language'>,
  getBrowser: () => Promise<Browser>,
): DiagramRenderer {
  const cache = openDiagramCache(root, language)
  const known = new Map<string, Promise<RenderedDiagram>>()
  let page: Promise<RenderingPage> | undefined
  // One after another: Mermaid has one configuration at a time.
  let last: Promise<unknown> = Promise.resolve()
  const renderNew = (text: string) => {
    const opened = () => page ??= getBrowser().then(openRenderingPage)
    const drawn = last.then(async () => renderDiagram(await opened(), text, language))
    last = drawn.catch(() => {})
    return drawn
  }
  return {
    render(code) {
      const text = diagramText(code)
      const diagram = known.get(text) ?? fromCache(cache, text, renderNew)
      known.set(text, diagram)
      return diagram
    },
    async close() {
      const open = page
      page = undefined
      await (await open?.catch(() => undefined))?.close()
    },
  }
}

async function fromCache(cache: DiagramCache, text: string, renderNew: RenderDiagram): Promise<RenderedDiagram> {
  const cached = await cache.read(text)
  if (cached)
    return cached
  const drawn = await renderNew(text)
  await cache.write(text, drawn)
  return drawn
}

async function renderDiagram(page: RenderingPage, text: string, language: string): Promise<RenderedDiagram> {
  const light = await page.render(text, 'light')
  const dark = await page.render(text, 'dark')
  const { width, height } = light
  return { svg: { light: light.svg, dark: dark.svg }, name: accessibleName(light, language), width, height }
}

/**
 * Draws every Mermaid fence of a course.
 * @returns how a slide gets its diagrams
 * @throws UserError with all diagrams that cannot be drawn, in Mermaid's own words
 */
export async function renderDiagrams(
  course: Course,
  getBrowser: () => Promise<Browser>,
  progress?: Pick<Progress, 'count'>,
): Promise<RenderDiagram> {
  const renderer = openDiagramRenderer(course, getBrowser)
  const fences = course.lectures.flatMap(({ slides }) => slides.flatMap(mermaidFences))
  const problems: Problem[] = []
  let done = 0
  try {
    await Promise.all(fences.map(async ({ code, file, line }) => {
      try {
        await renderer.render(code)
      }
      catch (error) {
        if (!(error instanceof DiagramError))
          throw error
        problems.push(diagramProblem(error, code, { file, line }))
      }
      progress?.count(++done, fences.length)
    }))
  }
  finally {
    await renderer.close()
  }
  throwProblems(problems.sort((a, b) => a.file!.localeCompare(b.file!) || a.line! - b.line!))
  return renderer.render
}

/** A broken diagram as a problem; `line` is that of its opening fence. */
function diagramProblem(error: DiagramError, code: string, { file, line }: { file: string, line: number }): Problem {
  const words = error.message.trim().split('\n').map(row => `    ${row}`).join('\n')
  // What is missing at the end Mermaid seeks on the line after it.
  const at = Math.min(error.line ?? 0, diagramText(code).split('\n').length)
  const hint = 'Fix it; https://mermaid.live shows a diagram while it is written.'
  return { message: `This Mermaid diagram cannot be drawn:\n${words}`, hint, file, line: line + at }
}

function mermaidFences({ content, file, line }: Slide): { code: string, file: string, line: number }[] {
  return readFences(content, line)
    .filter(({ info, code }) => /^mermaid\b/.test(info) && code.trim())
    .map(fence => ({ code: fence.code, file, line: fence.line }))
}
