import type { Import } from './imports.ts'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { modulesBelow, readImports } from './imports.ts'
import { rooms } from './rooms.ts'

const root = path.join(import.meta.dirname, '../..')
const folders = ['bench', 'components', 'layouts', 'packages/pdf-ua/src', 'pages', 'scripts', 'setup', 'src', 'styles']
const modules = [...folders.flatMap(folder => modulesBelow(root, folder)), ...modulesBelow(root, 'slide-top.vue')]
const imports = readImports(root, modules)

// The longest name that fits comes first: src/slidev/client before src/slidev.
const names = Object.keys(rooms).sort((a, b) => b.length - a.length)

function roomOf(file: string): string | undefined {
  if (file === 'slide-top.vue')
    return 'layouts'
  if (file.startsWith('@docent/pdf-ua'))
    return 'packages/pdf-ua'
  return names.find(name => file.startsWith(`${name}/`))
}

function arrow({ from, to, line }: Import): string {
  return `${from}:${line} imports ${to}`
}

/** Whether an arrow may run from a room to another. */
function isAllowed(from: string, to: string): boolean {
  const { imports } = rooms[from]!
  return from === to || imports.includes('*') || imports.includes(to.replace(/^src\//, ''))
}

describe('the rooms', () => {
  it('are all in the table', () => {
    expect(modules.filter(file => !roomOf(file))).toEqual([])
    const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter(entry => entry.isDirectory())
    expect(folders.map(({ name }) => `src/${name}`).filter(name => !rooms[name])).toEqual([])
  })

  it('import only the rooms below them', () => {
    const wrong = imports.flatMap((one) => {
      const [from, to] = [roomOf(one.from)!, roomOf(one.to)]
      return to && !isAllowed(from, to) ? [`${arrow(one)}, but ${rooms[from]!.rule}`] : []
    })
    expect(wrong).toEqual([])
  })

  it('do not import each other', () => {
    const arrows = new Set(imports.map(({ from, to }) => [roomOf(from), roomOf(to)]).flatMap(([from, to]) =>
      from && to && from !== to && !rooms[from]!.imports.includes('*') ? [`${from} ${to}`] : []))
    const pairs = [...arrows].filter(pair => arrows.has(pair.split(' ').reverse().join(' ')))
    // A page and its own script are two ends of one thing.
    expect(pairs.filter(pair => !pair.includes('pages/client'))).toEqual([])
  })

  it('have commands that import no commands', () => {
    expect(imports.filter(({ from, to }) => roomOf(from) === 'scripts' && roomOf(to) === 'scripts').map(arrow)).toEqual([])
  })
})

describe('modules', () => {
  it('do not import themselves in a circle', () => {
    expect(circles(imports.filter(({ typeOnly }) => !typeOnly))).toEqual([])
  })

  it('of a browser load nothing that needs Node', () => {
    const byFile = byImporter(imports.filter(({ typeOnly }) => !typeOnly))
    const wrong = modules.filter(file => rooms[roomOf(file)!]!.browser).flatMap((start) => {
      const seen = new Set([start])
      const found: string[] = []
      for (const file of seen) {
        for (const one of byFile.get(file) ?? []) {
          if (one.to.startsWith('node:'))
            found.push(`${arrow(one)}, but ${start} runs in a browser`)
          seen.add(one.to)
        }
      }
      return found
    })
    expect(wrong).toEqual([])
  })

  it('in components/ are what an author writes inside a slide: Slidev registers every other file as a component too', () => {
    expect(modulesBelow(root, 'components').filter(file => !/^components\/[A-Z]\w+\.vue$/.test(file))).toEqual([])
  })
})

describe('slidev', () => {
  const hooks = ['bench/', 'src/slidev/', 'setup/', 'layouts/', 'styles/', 'slide-top.vue']
  const others = modules.filter(file => !hooks.some(hook => file.startsWith(hook)))

  it('has its packages imported by one room only, and by its own hook folders', () => {
    expect(imports.filter(({ from, to }) => others.includes(from) && to.startsWith('@slidev/')).map(arrow)).toEqual([])
  })

  it('has its class names, ids and virtual modules written by one room only', () => {
    const NAMES = /['"`.# ]slidev-[a-z]|print-slide-|\$\$slidev|\/@slidev\/|['"]@slidev\/|#slide-container/
    const wrong = others.flatMap(file => readFileSync(path.join(root, file), 'utf8').split('\n').flatMap((text, i) =>
      NAMES.test(text) ? [`${file}:${i + 1}: ${text.trim()}`] : []))
    expect(wrong).toEqual([])
  })
})

function byImporter(imports: readonly Import[]): Map<string, Import[]> {
  const byFile = new Map<string, Import[]>()
  for (const one of imports)
    byFile.set(one.from, [...byFile.get(one.from) ?? [], one])
  return byFile
}

/** The circles among imports, each as its modules in order. */
function circles(imports: readonly Import[]): string[] {
  const byFile = byImporter(imports)
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file))
      found.push([...way.slice(way.indexOf(file)), file].join(' -> '))
    if (done.has(file) || way.includes(file))
      return
    for (const { to } of byFile.get(file) ?? [])
      visit(to, [...way, file])
    done.add(file)
  }
  for (const file of byFile.keys())
    visit(file, [])
  return found
}
