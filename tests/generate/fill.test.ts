import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checks } from '../../bench/rubric/checks.ts'
import { heightOf } from '../../src/generate/fit/estimate-height.ts'
import { makeLectures } from './make-lecture.ts'

const sparse = readFileSync(path.resolve('tests/fixtures/generate/sparse.md'), 'utf8')

function slidesOf(text: string) {
  const { lectures, measured, markdown } = makeLectures(text)
  const kept = checks.filter(({ id }) => ['C1', 'C2', 'C6', 'C7'].includes(id)).flatMap(({ tally }) => tally(measured).misses)
  return { drafts: lectures[0]!.drafts, slides: markdown[0]!.split(/\n(?=---\n(?:\w+: .*\n)*source:)/).slice(1), facts: measured.slides.slice(1), kept }
}

function functions(count: number, lines: number) {
  return Array.from({ length: count }, (_, i) => [`def step_${i}(state):`, ...Array.from({ length: lines - 2 }, (_, k) => `    state.value_${k} = compute(${i}, ${k})`), '    return state'].join('\n')).join('\n\n')
}

describe('the type of a slide', () => {
  const { slides } = slidesOf(sparse)

  it.each([
    ['One sentence', 'type-statement'],
    ['Two sentences', 'type-huge'],
    ['One line of code', 'type-huge'],
    ['A callout', 'type-huge'],
    ['A small table', 'type-large'],
  ])('of "%s" is %s', (title, type) => {
    expect(slides.find(slide => slide.includes(`# ${title}\n`))).toContain(`class: ${type}\n`)
  })

  it('is small where code would else be cut', () => {
    const { slides } = slidesOf(`# Code\n\n## Long\n\n\`\`\`python\n${functions(1, 18)}\n\`\`\`\n`)
    expect(slides).toHaveLength(1)
    expect(slides[0]).toContain('class: type-dense\n')
  })
})

describe('code', () => {
  it('that is too long for a slide is cut between functions', () => {
    const { facts, kept } = slidesOf(`# Code\n\n## Steps\n\n\`\`\`python\n${functions(2, 14)}\n\`\`\`\n`)
    expect(facts.map(({ code }) => code.map(({ lines }) => [lines[0], lines.length]))).toEqual([
      [['def step_0(state):', 14]],
      [['def step_1(state):', 14]],
    ])
    expect(kept).toEqual([])
  })

  it('that is longer than two slides is shown in part, and whole in the notes', () => {
    const listing = functions(5, 12)
    const { facts, slides, kept } = slidesOf(`# Code\n\n## Steps\n\nThe work is done by \`step_3\`, which ends it:\n\n\`\`\`python\n${listing}\n\`\`\`\n`)
    expect(facts).toHaveLength(1)
    expect(facts[0]!.code[0]!.lines[0]).toBe('def step_3(state):')
    expect(facts[0]!.listings.join('\n')).toBe(listing)
    expect(slides[0]).toContain('[lines 40–51 / 64]')
    expect(kept).toEqual([])
  })

  it('keeps in the notes what would end them', () => {
    const lines = ['<!-- begin -->', '---', ...Array.from({ length: 40 }, (_, i) => `<p>line ${i}</p>`), ':::', '<!-- end -->']
    const { facts, kept } = slidesOf(`# Code\n\n## Page\n\n\`\`\`html\n${lines.join('\n')}\n\`\`\`\n\n## After\n\nThe next slide is there.\n`)
    expect(facts.map(({ listings }) => listings)).toEqual([lines, []])
    expect(kept).toEqual([])
  })

  it('stands beside the text that leads to it where both are narrow', () => {
    const { drafts } = slidesOf(sparse)
    const slide = drafts.find(({ kind }) => kind === 'beside')
    expect(slide?.right).toMatchObject([{ type: 'code' }])
    expect(slide?.blocks).toMatchObject([{ type: 'line' }])
  })
})

it('lets sections of a line share a slide on which their headings begin the lines', () => {
  const { slides, kept } = slidesOf(sparse)
  const slide = slides.find(slide => slide.includes('**Registry**'))
  expect(slide).toContain('# Short parts\n\n- **Image**: A recipe for containers\n- **Container**: A running copy of an image\n- **Registry**: A place to get images from\n')
  expect(kept).toEqual([])
})

it('lets the text of a row that is higher than a slide go on in rows of the next', () => {
  const { drafts, kept } = slidesOf(sparse)
  const tables = drafts.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'table')).slice(1)
  expect(tables.length).toBeGreaterThan(1)
  expect(tables.filter(table => heightOf([table], { size: 'dense' }) > 386)).toEqual([])
  expect(tables.every(table => table.type === 'table' && JSON.stringify(table.rows[1]).includes('Kernel'))).toBe(true)
  expect(kept).toEqual([])
})

it('tells the slides of a section apart by what they show', () => {
  const code = (name: string) => `\`\`\`python\n${functions(1, 13).replaceAll('step_0', name)}\n\`\`\`\n\n`
  const { facts } = slidesOf(`# Code\n\n## Steps\n\n${code('begin')}${code('carry_on')}${code('finish')}`)
  expect(facts.map(({ title }) => title)).toEqual(['Steps', 'Steps: carry_on', 'Steps: finish'])
})

describe('a picture', () => {
  const few = 'The pump lifts water into the tank.'
  const many = 'The pump is in the cellar of the house and lifts water into a tank on its roof whenever the tank is nearly empty.'
  const withPicture = (text: string) => `# Water\n\n## Supply\n\n${text}\n\n![A tank on a roof](tank.png)\n`

  it('stands beside text of several lines, and below a line', () => {
    expect(slidesOf(withPicture(many)).drafts[1]).toMatchObject({ kind: 'beside', right: [{ type: 'image' }] })
    expect(slidesOf(withPicture(few)).drafts[1]!.right).toBeUndefined()
  })

  it('that was not found leaves the text its whole width', () => {
    const { slides, kept } = slidesOf(withPicture(many))
    expect(slides[0]).not.toContain('two-cols-header')
    expect(slides[0]).toContain('A tank on a roof')
    expect(kept).toEqual([])
  })
})
