import { describe, expect, it } from 'vitest'
import { whatIsKept } from '../../src/generate/report/what-is-kept.ts'
import { makeLectures } from './make-lecture.ts'

/** What of a document is not found again in its lectures, or in lectures from which a person took something. */
function lost(text: string, { file, without }: { file?: string, without?: string } = {}) {
  const { document, lectures } = makeLectures(text, { file })
  const slides = lectures.map(lecture => ({ ...lecture, texts: lecture.texts.map(slide => without ? slide.replaceAll(without, '') : slide) }))
  const { sentences, code } = whatIsKept(document, slides)!
  return [...sentences.lost, ...code.lost]
}

const fence = (code: string) => `\`\`\`text\n${code}\n\`\`\``

/** The smallest text in which marks of a dialect were once told as sentences that are lost. */
const dialects = {
  'the kind of a box in bold': '> **warning**\n> The stream must be pinned.',
  'a mark of a box on the line of its text': '> [!NOTE] The stream must be pinned.',
  'a block of indented text': '!!! note "Of scopes"\n    The stream must be pinned.\n\n    ' + 'It stays where it is.',
  'a block between slashes': '/// note | Of scopes\nThe stream must be pinned.\n///',
  'a block of colons, whose notes follow': '::: callout\n\n## Slashes\n\nThe stream must be pinned. It stays where it is.\n\n:::',
  'tags of a template': '{% filename %}Linux:{% endfilename %}\n\nThe stream must be pinned.',
  'ids of headings': '## Streams {#streams}\n\nThe stream must be pinned.',
  'roles': 'The {ref}`stream <pins>` must be pinned, as :numref:`fig_pin` shows.',
  'arrows in code': `${fence('error\n  --> src/main.rs:6:5')}\n\nThe stream must be pinned.`,
  'formulas beside their marks': '$$\\begin{aligned}\na &= b\n\\end{aligned}$$\n\nThe stream must be pinned.',
  'spans in brackets': 'The [stream [of pins]{.ex}]{.notes} must be [pinned\nat once]{.notes}.',
  'commands of TeX that move text': '\\pause \\bigskip\n\nThe stream must be pinned.',
  'steps and macros of LiaScript': '{{0-1}}\nThe stream must be pinned.\n\n@LIA.eval(`a`)\n\n- [(X)] It stays.\n- [( )] It goes.',
  'references of bookdown': 'The stream must be pinned. Section \\@ref(pin-it) says why.',
  'a title of a block on the line above its text': '::: tip Streams and pins\nThe stream must be pinned. It stays where it is.\n:::',
  'what a page of MDX takes from elsewhere': 'import Since from \'~/components/Since.astro\'\n\nThe stream must be pinned.',
  'footnotes that nothing refers to': 'The stream must be pinned.\n\n[^1]: It stays where it is.',
  'a heading that its first sentence says': '## Streams\n\nStreams are sequences of values that come later. They end.',
}

describe('what is not found again', () => {
  it.each(Object.entries(dialects))('is nothing of %s', (_, text) => {
    expect(lost(`# Pins\n\n${text}\n`)).toEqual([])
  })

  it('is the sentence that a lecture has lost, whatever box it stood in', () => {
    const without = 'The stream must be pinned'
    for (const text of Object.values(dialects).filter(text => text.includes(`${without}.`)))
      expect(lost(`# Pins\n\n${text}\n`, { without })).toEqual([expect.stringContaining(without)])
  })

  it('is a line of code that a lecture has lost', () => {
    expect(lost(`# Pins\n\n${fence('let a = 1\nlet b = 2')}\n`, { without: 'let b = 2' })).toEqual(['let b = 2'])
  })
})
