import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/core/errors.ts'
import { noteParts, noteProblems, notesFor } from '../../src/course/notes.ts'
import { noteReaders } from '../../src/shared/readers.ts'

const notes = `Say hello. [click] Then wait.

::: private
Ask Jo about the lamp.
:::

Point at the box.

::: answer
Because the kernel is shared.

::: private
Nobody gets this one.
:::
:::

\`\`\`md
::: private
an example of a block [click]
:::
\`\`\`

The end, with \`[click]\` in code.`

function problems(text: string): string[] {
  return noteProblems({ notes: text, file: '/course/slides/01-a.md', notesLine: 10 }).map(problem => formatProblem(problem, '/course'))
}

describe('notes', () => {
  it('are for each reader what the author meant for him', () => {
    const seen = Object.fromEntries(noteReaders.map(reader => [reader, notesFor(notes, reader)]))
    const has = (text: string) => noteReaders.filter(reader => seen[reader]!.includes(text))
    expect(has('Say hello.')).toEqual(noteReaders)
    expect(has('Ask Jo')).toEqual(['instructor', 'presenter'])
    expect(has('Because the kernel')).toEqual(['web', 'key', 'instructor', 'presenter'])
    expect(has('Nobody gets')).toEqual(['instructor', 'presenter'])
    expect(seen.student).toMatchInlineSnapshot(`
      "Say hello. Then wait.

      Point at the box.

      \`\`\`md
      ::: private
      an example of a block [click]
      :::
      \`\`\`

      The end, with \`[click]\` in code."
    `)
    expect(seen.presenter).toContain('hello. [click] Then')
    expect(problems(notes)).toEqual([])
  })

  it('keep the blocks that parts stand in, and the indent of what they hold', () => {
    expect(noteParts('::: answer\n\n    code\n\n::: private\nb\n:::\nc\n:::\n').map(({ blocks, markdown }) => [blocks.join(), markdown]))
      .toEqual([['answer', '    code'], ['answer,private', 'b'], ['answer', 'c']])
    expect(noteParts('')).toEqual([])
  })

  it('never show a block that is not closed or not spelled right', () => {
    expect(notesFor('a\n\n::: private\nb', 'web')).toBe('a')
    expect(notesFor('a\n\n::: privat\nb\n:::', 'web')).toBe('a')
    expect(notesFor('a\r\n\r\n:::private\r\nb\r\n:::\r\nc', 'web')).toBe('a\n\nc')
  })

  it('name each mistake with its line', () => {
    expect(problems('a\n::: private\nb')).toMatchInlineSnapshot(`
      [
        "slides/01-a.md:11: The block "private" in these notes is not closed.
          Write ::: on a line of its own where it ends.",
      ]
    `)
    expect(problems('::: privat\nb\n:::\n:::')).toMatchInlineSnapshot(`
      [
        "slides/01-a.md:10: There is no block "privat" in notes.
          There are: private (for the presenter alone), answer (left out of the student handout).",
        "slides/01-a.md:13: This ::: closes no block of the notes.
          Remove it, or open the block with a line ::: private or ::: answer.",
      ]
    `)
    expect(problems('> ::: private\n> b\n\n`::: private` is how.\n\n```js\n::: answer')).toMatchInlineSnapshot(`
      [
        "slides/01-a.md:10: A block in the notes begins inside a line.
          Write its ::: on a line of its own, with nothing before it.",
        "slides/01-a.md:15: The code in these notes is not closed.
          Write \`\`\` on a line of its own where it ends.",
      ]
    `)
  })
})
