import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { schemas, schemaText } from '../../src/api/schemas.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { readCourse } from '../../src/course/read-course.ts'
import { readFences } from '../../src/markdown/read-fences.ts'
import { readStackData } from '../../src/stack/data.ts'

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, formats: { uri: true } })
const validator = (name: string) => ajv.compile(schemas[name]!())

it.each(Object.keys(schemas))('schema/%s is what `npm run schemas` writes', (name) => {
  expect(readFileSync(path.join(toolkitRoot, 'schema', name), 'utf8')).toBe(schemaText(schemas[name]!()))
})

describe('the schema of a diagram', () => {
  const isValid = validator('stack.json')

  it.each([
    'layers: [{ label: One }]',
    'look: 3d\nsteps: build\nlayers: [{ label: One, kind: green, children: [{ columns: [[{ label: A }], [{ label: B }]] }] }]',
    'stacks: [{ title: T, layers: [{ label: One }, { label: Two }] }]\narrows: [{ from: one, to: two }]',
    'kinds: { mine: { tone: blue, pattern: dotted } }\nsteps: [[one]]\nlayers: [{ label: One, kind: mine, span: 2 }]',
    'layers: [{ label: One, kidn: green }]',
    'look: 4d\nlayers: [{ label: One }]',
    'layers: []',
    'layer: [{ label: One }]',
    'layers: [One]',
    'layers: [{ label: One, span: 99 }]',
    'kinds: { mine: { tone: lila } }\nlayers: [{ label: One }]',
  ])('says the same as the reader of %s', (yaml) => {
    expect(isValid(parse(yaml))).toBe(!readStackData(parse(yaml)).problems.length)
  })
})

describe('the schemas of front matter', () => {
  const templates = path.join(toolkitRoot, 'templates')
  const languages = readdirSync(templates).filter(name => name.length === 2).map(name => path.join('templates', name))

  it.each(['', 'docs/writing', ...languages])('take each slide and each diagram of the course in "%s"', async (folder) => {
    const [headmatter, slide, stack] = ['headmatter.json', 'slide.json', 'stack.json'].map(validator)
    const { course } = await readCourse(path.join(toolkitRoot, folder))
    expect([headmatter!(course.headmatter), headmatter!.errors]).toEqual([true, null])
    const slides = course.lectures.flatMap(({ slides }) => slides).filter(({ index }) => index > 0)
    const fences = slides.flatMap(({ content }) => readFences(content, 1)).filter(({ info }) => info === 'stack')
    expect(slides.flatMap(({ frontmatter, id }) => slide!(frontmatter) ? [] : [id, slide!.errors])).toEqual([])
    expect(fences.flatMap(({ code }) => stack!(parse(code)) ? [] : [code, stack!.errors])).toEqual([])
    expect(fences.length).toBeGreaterThan(0)
  })

  it('are those that the editors of a new course are told of', () => {
    const settings = readFileSync(path.join(templates, 'course/_vscode/settings.json'), 'utf8')
    const named = Object.keys((JSON.parse(settings) as { 'yaml.schemas': object })['yaml.schemas'])
    expect(named).toEqual(Object.keys(schemas).map(name => `./node_modules/docent/schema/${name}`))
  })

  it('find values that are none, and leave unknown keys to the check', () => {
    const isValid = validator('headmatter.json')
    const faults = (data: unknown) => isValid(data) ? [] : [...new Set(isValid.errors!.map(({ instancePath }) => instancePath))]
    expect(faults({ remote: 'kepe' })).toEqual(['/remote'])
    expect(faults({ handouts: ['notes', '5'] })).toContain('/handouts/1')
    expect(faults({ minutes: 'long' })).toEqual(['/minutes'])
    expect(faults({ anything: 1, layout: 'cover' })).toEqual([])
  })
})
