import type { Browser } from 'playwright-chromium'
import type { Course } from '../../src/course/course.ts'
import fs from 'node:fs'
import fsp from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileTemplate } from 'vue/compiler-sfc'
import { lazyBrowser } from '../../src/browser/launch.ts'
import { loadCourse } from '../../src/check/load-course.ts'
import { UserError } from '../../src/core/errors.ts'
import { diagramHtml, numberDiagrams } from '../../src/mermaid/html.ts'
import { openDiagramRenderer, renderDiagrams } from '../../src/mermaid/render-diagrams.ts'

const fixtures = path.join(import.meta.dirname, '../fixtures/markdown/diagrams')
const diagrams = fs.readdirSync(fixtures).map(name => [path.parse(name).name, fs.readFileSync(path.join(fixtures, name), 'utf8')] as const)

const browser = lazyBrowser()
let folder: string
let source: ReturnType<typeof openDiagramRenderer>

beforeAll(async () => {
  folder = await fsp.mkdtemp(path.join(os.tmpdir(), 'docent-diagrams-'))
  source = openDiagramRenderer({ root: folder, language: 'en' }, browser.get)
  await browser.get()
}, 60_000)

afterAll(async () => {
  await source.close()
  await browser.close()
  await fsp.rm(folder, { recursive: true, force: true })
})

async function noBrowser(): Promise<Browser> {
  throw new Error('The browser was asked for.')
}

describe('a drawn diagram', () => {
  it.each(diagrams)('%s is SVG text for itself, light and dark, with a name in words', async (name, code) => {
    const diagram = await source.render(code)
    for (const svg of Object.values(diagram.svg)) {
      expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/)
      expect(svg).not.toMatch(/<style|<script|foreignObject|class=|https?:\/\/(?!www\.w3\.org)/)
      expect(svg).toContain('Source Sans 3 Variable')
      const ids = Array.from(svg.matchAll(/\sid="([^"]*)"/g), ([, id]) => id!)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids)
        expect(id).toMatch(/^docent-diagram-(?:light|dark)/)
      for (const [, id] of svg.matchAll(/url\((?:&quot;)?#([^)&]*)/g))
        expect(ids).toContain(id)
    }
    expect(diagram.svg.light).not.toBe(diagram.svg.dark)
    expect(diagram.width).toBeGreaterThan(50)
    await expect(`${diagram.name}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, '__snapshots__', `${name}.name.txt`))
  })

  it('has texts that stay in their boxes, in the font of the look', async () => {
    const { svg } = await source.render('flowchart LR\n  A[WWWWWWWW MMMMMMMM iiiiiiii] --> B[Żółć Ελληνικά]')
    const page = await (await browser.get()).newPage()
    await page.setContent(svg.light)
    const outside = await page.evaluate(() => Array.from(document.querySelectorAll('rect'), rect => [rect.getBoundingClientRect(), rect.parentElement!.querySelector('text')?.getBoundingClientRect()] as const)
      .filter(([box, text]) => text && box.width && (text.left < box.left || text.right > box.right))
      .length)
    await page.close()
    expect(outside).toBe(0)
  })

  it('stands in a Vue template as it is, with ids of its own each time', async () => {
    const diagram = await source.render('flowchart LR\n  A["{{ braces }} & <b>"] --> B')
    const slide = `<p>docent-diagram-light</p>${diagramHtml(diagram)}\n${diagramHtml(diagram, 'mermaid {scale: 0.5}')}`
    const [text, first, second] = numberDiagrams(slide, 'a-slide').split(/(?=<MermaidDiagram)/) as [string, string, string]
    expect(text).toBe('<p>docent-diagram-light</p>')
    expect(numberDiagrams(slide, 'another')).not.toBe(numberDiagrams(slide, 'a-slide'))
    const { errors } = compileTemplate({ source: first, filename: 'slide.vue', id: 'slide' })
    expect(errors).toEqual([])
    expect(first).toContain('role="img" aria-label="Flowchart: ')
    expect(second).toContain(`:width="${Math.round(diagram.width / 2)}"`)
    const idsOf = (html: string) => Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id]) => id!)
    expect(idsOf(first).filter(id => idsOf(second).includes(id))).toEqual([])
    expect(idsOf(first).length).toBeGreaterThan(0)
  })
})

describe('the cache', () => {
  it('gives a diagram again without a browser, also when its lines end otherwise', async () => {
    const drawn = await source.render('flowchart LR\n  Cached --> Twice')
    const cached = await openDiagramRenderer({ root: folder, language: 'en' }, noBrowser).render('flowchart LR  \r\n  Cached --> Twice\r\n')
    expect(cached).toEqual(drawn)
  })

  it('asks for the browser for another text, and draws again over a file that was cut', async () => {
    await expect(openDiagramRenderer({ root: folder, language: 'en' }, noBrowser).render('flowchart LR\n  Not --> Cached')).rejects.toThrow('The browser was asked for.')
    const cache = path.join(folder, '.docent/cache/mermaid')
    for (const file of fs.readdirSync(cache))
      fs.writeFileSync(path.join(cache, file), '{"svg":')
    const again = openDiagramRenderer({ root: folder, language: 'en' }, browser.get)
    expect((await again.render('flowchart LR\n  Cached --> Twice')).name).toBe('Flowchart: Cached; Twice.')
    await again.close()
  })
})

describe('the diagrams of a course', () => {
  async function courseWith(markdown: string): Promise<Course> {
    const root = await fsp.mkdtemp(path.join(folder, 'course-'))
    await fsp.mkdir(path.join(root, 'slides'))
    await fsp.writeFile(path.join(root, 'slides.md'), '---\ntitle: A\n---\n\n# A\n\n---\nsrc: ./slides/01-a.md\n---\n')
    await fsp.writeFile(path.join(root, 'slides/01-a.md'), markdown)
    return loadCourse(root)
  }

  it('that are broken are named all together, with file, line and Mermaid\'s own words', async () => {
    const course = await courseWith('# A\n\n```mermaid\nflowchart LR\n  A --> B[\n```\n\n---\n\n# B\n\n> [!NOTE]\n> ```mermaid\n> nonsense\n> ```\n')
    const error = await renderDiagrams(course, browser.get).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(UserError)
    const { problems } = error as UserError
    expect(problems.map(({ file, line }) => [path.basename(file!), line])).toEqual([['01-a.md', 5], ['01-a.md', 13]])
    expect(problems.map(({ message }) => message.split('\n').slice(0, 2).join('\n'))).toMatchInlineSnapshot(`
      [
        "This Mermaid diagram cannot be drawn:
          Parse error on line 3:",
        "This Mermaid diagram cannot be drawn:
          No diagram type detected matching given configuration for text: nonsense",
      ]
    `)
  })

  it('that is whole needs no browser without diagrams', async () => {
    await expect(renderDiagrams(await courseWith('# A\n\nText\n\n```md\n~~~mermaid\n~~~\n```\n'), noBrowser)).resolves.toBeTypeOf('function')
  })
})
