import { describe, expect, it } from 'vitest'
import { mergeLecture } from '../../src/generate/merge/merge-lecture.ts'
import { makeLectures } from './make-lecture.ts'

const before = `# Kernels

## What is a kernel?

A kernel is the part of an operating system that talks to the hardware. It shares the processor among all programs.

## Separate containers

A container is a process with a view of its own. Containers share the kernel of their host. Every image has layers, which hosts keep once.

## Machines

A virtual machine emulates a whole computer. It runs a kernel of its own.
`

function generate(text: string): string[] {
  return makeLectures(text).lectures[0]!.texts
}

function run(file: string, base: string[], text: string) {
  return mergeLecture(base, file, generate(text))
}

const base = generate(before)
const file = base.join('\n')

describe('a second run', () => {
  it('changes no byte where the document is as it was', () => {
    expect(run(file, base, before)).toMatchObject({ text: file, changes: [] })
  })

  it('changes only the slide whose source has changed', () => {
    const { text, changes } = run(file, base, before.replace('a process with a view', 'one process with a view'))
    expect(changes).toEqual([{ change: 'changed', title: 'Separate containers' }])
    const [was, is] = [file, text].map(deck => deck.split(/\n(?=---\n(?:class: .*\n)?source)/))
    expect(is!.filter((slide, i) => slide !== was![i])).toHaveLength(1)
    expect(text).toContain('one process with a view of its own')
  })

  it('leaves the slides of all other sections as they are when a section grows', () => {
    const { text } = run(file, base, before.replace('\n## Separate containers\n', '\nA kernel also guards the memory of each program.\n\nIt does so all the time.\n\n## Separate containers\n'))
    const after = (deck: string) => deck.slice(deck.indexOf('# Separate containers'))
    expect(after(text)).toBe(after(file))
  })

  it('keeps what a person wrote into a slide, and brings in what changed elsewhere in it', () => {
    const edited = file.replace('- A container is', '- Remember: a container is')
    const { text, changes } = run(edited, base, before.replace('share the kernel of their host.', 'share the kernel of their host. They start fast.'))
    expect(text).toContain('- Remember: a container is')
    expect(text).toContain('They start fast.')
    expect(changes).toEqual([{ change: 'changed', title: 'Separate containers' }])
  })

  it('marks a conflict where both changed the same line, and keeps the edit', () => {
    const edited = file.replace('- A container is a process', '- A container is just a process')
    const { text, changes } = run(edited, base, before.replace('A container is a process', 'A container is one process'))
    expect(changes).toContainEqual({ change: 'conflict', title: 'Separate containers' })
    expect(text).toContain('- A container is just a process')
    expect(text).toMatch(/<!-- CONFLICT: the document changed[\s\S]*- A container is one process[\s\S]*-->/)
    const again = mergeLecture(generate(before.replace('A container is a process', 'A container is one process')), text, generate(before.replace('A container is a process', 'A container is one process')))
    expect(again.text).toBe(text)
  })

  it('lets a deleted slide stay deleted, even when its source changes', () => {
    const deleted = base.filter(text => !text.includes('# Machines')).join('\n')
    const { text, changes } = run(deleted, base, before.replace('emulates', 'imitates'))
    expect(text).toBe(deleted)
    expect(changes).toContainEqual({ change: 'stays deleted', title: 'Machines' })
  })

  it('lets slides stay where a person moved or inserted them', () => {
    const machines = base.findIndex(text => text.includes('# Machines'))
    const moved = [base[0]!, base[machines]!, '---\n\n# My own slide\n\nWritten by hand.\n', ...base.filter((_, i) => i > 0 && i !== machines)].join('\n')
    expect(run(moved, base, before).text).toBe(moved)
    const { text } = run(moved, base, before.replace('emulates', 'imitates'))
    expect(text).toBe(moved.replaceAll('emulates', 'imitates').replace(/^source: machines .*$/m, /^source: machines .*$/m.exec(text)![0]))
  })

  it('adds a new section after the slide before it', () => {
    const { text, changes } = run(file, base, before.replace('## Machines', '## Layered images\n\nA recipe for containers is an image. It has layers.\n\n## Machines'))
    expect(changes).toContainEqual({ change: 'added', title: 'Layered images' })
    expect(text.indexOf('# Separate containers')).toBeLessThan(text.indexOf('# Layered images'))
    expect(text.indexOf('# Layered images')).toBeLessThan(text.indexOf('# Machines'))
  })

  it('removes the slides of a section that is gone, unless a person has worked on them', () => {
    const gone = before.slice(0, before.indexOf('## Machines'))
    expect(run(file, base, gone).text).not.toContain('# Machines')
    const { text, changes } = run(file.replace('A virtual machine emulates', 'In short, it emulates'), base, gone)
    expect(text).toContain('In short, it emulates')
    expect(text).toContain('the document no longer has what this slide was made from')
    expect(changes).toContainEqual({ change: 'conflict', title: 'Machines' })
  })

  it('knows from the marks alone what is unchanged, where no record is left', () => {
    const edited = file.replace('- A container is', '- Remember: a container is')
    expect(mergeLecture(undefined, edited, generate(before)).text).toBe(edited)
  })
})
