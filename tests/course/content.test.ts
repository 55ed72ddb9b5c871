import type { Lecture, Slide } from '../../src/course/course.ts'
import type { StackData, StackItem } from '../../src/stack/data.ts'
import fs from 'node:fs'
import path from 'node:path'
import { stemmer } from 'stemmer'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadCourse } from '../../src/check/load-course.ts'
import { notesFor } from '../../src/course/notes.ts'
import { readBlocks } from '../../src/markdown/blocks.ts'
import { scanMarkdown } from '../../src/markdown/fences.ts'
import { plainText } from '../../src/markdown/plain-text.ts'
import { boxesOf, isColumns, readStackData } from '../../src/stack/data.ts'

const root = path.join(import.meta.dirname, '../..')
const { lectures, title, description = '' } = await loadCourse(root)
const slides = lectures.flatMap(lecture => lecture.slides.map(slide => ({ ...slide, name: `${lecture.slug}/${slide.id}` })))

const sourceFile = path.join(import.meta.dirname, '../fixtures/course/what-is-a-docker-container.txt')
const lines = fs.readFileSync(sourceFile, 'utf8').split('\n').map(line => normal(line.replace('•', ''))).filter(Boolean)
const headings = [
  'What is a Docker container?',
  'What is a kernel? 🍿',
  'How to run Linux containers on Windows or MacOS?',
  'Why do we always run Linux containers in a Linux host?',
  'Why are containers more efficient than VMs?',
  'Can you run an Ubuntu image when the host is Linux but not Ubuntu?',
  'How many containers can you run at once?',
  'What does a Docker container run?',
  'Aren\'t there more dependencies?',
]
const captions = ['Virtual Machine Diagram stack', 'Docker Diagram stack']
// The link of the page that the document was, and the label of its caution.
const furniture = ['Skip to main content', 'caution']

const sentenceEnds = new Intl.Segmenter('en', { granularity: 'sentence' })
const sections = headings.map((heading, i) => {
  const text = lines.slice(lines.indexOf(heading) + 1, headings[i + 1] ? lines.indexOf(headings[i + 1]!) : undefined)
    .filter(line => !captions.includes(line) && !furniture.includes(line))
  return { heading, lecture: lectures[i]!, sentences: text.flatMap(line => Array.from(sentenceEnds.segment(line), ({ segment }) => segment.trim())) }
})

/** One kind of quotes, arrows and spaces; words and emoji as they are. */
function normal(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, '\'').replaceAll('→', '->').replace(/\s+/g, ' ').trim()
}

function proseOf({ slides }: Lecture): string {
  return normal(slides.map(({ notes }) => plainText(notesFor(notes, 'web'))).join(' '))
}

function stacksOf({ content }: Slide): StackData[] {
  return scanMarkdown(content).fences.filter(({ info }) => info.startsWith('stack')).map(({ code }) => readStackData(parse(code)).data!)
}

function questionsOf({ content }: Slide): string[] {
  return readBlocks(content).blocks.filter(({ kind }) => kind === 'question').map(({ title }) => normal(title))
}

/** Everything that is read on a slide: its text, and what is written in its pictures. */
function visibleText(slide: Slide): string {
  const labels = stacksOf(slide).flatMap(({ stacks, arrows }) => [
    ...stacks.flatMap(({ title = '', layers }) => [title, ...boxesOf(layers).map(({ label }) => label)]),
    ...arrows.map(({ label = '' }) => label),
  ])
  const { fences, lines } = scanMarkdown(slide.content)
  const flowcharts = fences.filter(({ info }) => info.startsWith('mermaid')).flatMap(({ code }) => code.match(/(?<=[([|])[^()[\]|]+(?=[)\]|])/g) ?? [])
  const text = lines.filter((_, i) => !fences.some(({ start, end }) => i >= start && i <= end)).join('\n').replace(/^:::\w*(?:\{[^}]*\})?/gm, '')
  return normal([slide.title, plainText(text), ...labels, ...flowcharts].join(' '))
}

const known = new Set(stems(lines.join(' ')))

describe('the course', () => {
  it('has a lecture for each section of the document, under its heading', () => {
    expect(lectures.map(({ title }) => normal(title))).toEqual(headings)
    expect(lines.filter(line => headings.includes(line))).toEqual(headings)
  })

  it.each(sections)('tells every sentence of $heading in its notes, in order', ({ lecture, sentences }) => {
    const prose = proseOf(lecture)
    let from = 0
    for (const sentence of sentences) {
      const at = prose.indexOf(sentence, from)
      expect(at, `${sentence}\nis not in the notes from here on:\n${prose.slice(from)}`).toBeGreaterThanOrEqual(0)
      from = at + sentence.length
    }
  })

  it.each(sections)('asks every question of $heading on a slide, and no other', ({ heading, lecture, sentences }) => {
    const asked = lecture.slides.flatMap(questionsOf).map(question => question.toLowerCase())
    const questions = [heading, ...sentences].filter(text => /\?\s*🍿?$/u.test(text)).map(text => text.toLowerCase())
    const isSame = (one: string, other: string) => one.endsWith(other) || other.endsWith(one)
    expect(questions.filter(question => !asked.some(other => isSame(question, other)))).toEqual([])
    expect(asked.filter(question => !questions.some(other => isSame(question, other)))).toEqual([])
  })

  it('has the caution of the document as a callout', () => {
    const cautions = slides.flatMap(({ name, content }) => readBlocks(content).blocks.filter(({ kind }) => kind === 'caution').map(({ body }) => `${name}: ${plainText(body)}`))
    expect(cautions).toEqual(['what-is-a-kernel/not-natively: You can\'t run a Windows Docker container natively in a MacOS host. Similarly, you can\'t run a Linux container natively on Windows or MacOS hosts.'])
  })
})

describe('a slide', () => {
  it.each(slides)('$name has a title, at most 45 words and, unless it is a cover, notes', ({ frontmatter, title, words, notes }) => {
    expect(title).not.toBe('')
    expect(words).toBeLessThanOrEqual(45)
    if (frontmatter.layout !== 'cover')
      expect(notes).not.toBe('')
  })

  it.each(lectures)('that begins $slug says what the lecture is about and how long it takes', ({ summary, minutes, slides }) => {
    expect(slides[0]!.frontmatter.layout).toBe('cover')
    expect(summary).toMatch(/^[A-Z][^.]+\.$/)
    expect(minutes).toBeGreaterThan(0)
  })

  it.each([
    { name: 'the course', text: `${title} ${description}` },
    ...lectures.map(({ slug, summary = '' }) => ({ name: `${slug}, its summary`, text: summary })),
    ...slides.map(slide => ({ name: slide.name, text: visibleText(slide) })),
  ])('says nothing that the document does not say: $name', ({ text }) => {
    expect(stems(text).filter(word => !known.has(word))).toEqual([])
  })
})

/** Words by their stems, so that a slide may say "runs" where the document says "run". */
function stems(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).map(word => stemmer(word.replace(/'s$/, '')))
}

type Outline = string | { [label: string]: Outline[] } | Outline[][]

function outline(item: StackItem): Outline {
  if (isColumns(item))
    return item.columns.map(column => column.map(outline))
  return item.children.length ? { [item.label]: item.children.map(outline) } : item.label
}

describe('a structure of the document is drawn', () => {
  const virtualMachine = ['Hardware', 'macOS', 'Hypervisor', 'Windows VM', [['Windows app'], ['Windows app']]]
  const docker = ['Hardware', 'Linux', 'Docker', [['Container', 'Container process'], ['Container', 'Container process']]]
  const kernelArrows = ['c1 uses the Linux kernel linux', 'c2 also uses the Linux kernel linux']
  const chain = ['Hardware', 'macOS', 'Hypervisor', 'Linux VM', 'Docker', 'Container', 'Container program']

  it.each([
    { what: 'the virtual machine stack', slide: 'what-is-a-docker-container/virtual-machine-stack', look: '3d', caption: captions[0], stacks: [virtualMachine] },
    { what: 'the Docker stack', slide: 'what-is-a-docker-container/docker-stack', look: '3d', caption: captions[1], stacks: [docker], arrows: kernelArrows },
    { what: 'both side by side', slide: 'what-is-a-docker-container/comparison', look: '3d', stacks: [virtualMachine, docker], arrows: kernelArrows },
    { what: 'an operating system', slide: 'what-is-a-kernel/kernel-parts', look: '3d', stacks: [[{ 'Operating System': ['The kernel', 'Files and programs that come with the operating system'] }]] },
    { what: 'the chain', slide: 'linux-containers-on-windows-or-macos/chain', look: '3d', stacks: [chain] },
    { what: 'images that share a layer', slide: 'how-many-at-once/stored-once', look: '3d', stacks: [['Python, stored once', [['Image', 'Container'], ['Image', 'Container']]]], arrows: ['c1 uses Python python', 'c2 uses the same Python python'] },
    { what: 'many containers on one host', slide: 'how-many-at-once/single-host', look: '3d', stacks: [['Hardware', 'Linux', 'Docker', Array.from({ length: 6 }).fill(['Container'])]] },
    { what: 'an image on top of existing images', slide: 'more-dependencies/on-top-of-images', look: '3d', stacks: [['Pre-built, existing image', 'Pre-built, existing image', 'Our Docker image']] },
  ])('$what', ({ slide, look, stacks, arrows = [], caption }) => {
    const [data] = stacksOf(slides.find(({ name }) => name === slide)!)
    expect(data!.stacks.map(({ layers }) => layers.map(outline))).toEqual(stacks)
    expect(data!.arrows.map(({ from, label, to }) => `${from} ${label} ${to}`)).toEqual(arrows)
    expect(data!.look).toBe(look)
    expect(data!.name).toBe(caption)
  })
})
