import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { schemas, schemaText } from '../../src/api/schemas.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
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
  const languages = readdirSync(templates).filter(name => name.length === 2)

  it.each(languages)('take what a new course begins with (%s)', (language) => {
    const [head] = parseAllDocuments(readFileSync(path.join(templates, language, 'slides.md'), 'utf8').split('\n# ')[0]!)
    const isValid = validator('headmatter.json')
    expect(isValid(head!.toJS())).toBe(true)
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
