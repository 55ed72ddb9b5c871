import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { UserError } from '../../../src/core/errors.ts'
import { readDocument } from '../../../src/generate/read/read-document.ts'
import { lostWords } from './words.ts'

const folder = path.resolve('tests/fixtures/generate/read/markdown')
const lines = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isFile())
  .flatMap(({ name }) => readFileSync(path.join(folder, name), 'utf8').split('\n'))

const line = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...lines) },
  { weight: 1, arbitrary: fc.constantFrom('', '---', ':::', '```', '~~~', '</details>', '<!--', '-->', '{% endtab %}', '{{< /tabs >}}', '///', '*/}', '$', '<table>', '</p>', '> ', '- ', '    ', '</Tabs>', '`', '[', '![', '<div', '"') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }).map(text => text.replace(/\p{Cc}/gu, '')) },
)

const mangled = fc.array(fc.tuple(fc.constantFrom('', '', '', '  ', '    ', '> ', '- ', '\t'), line, fc.nat(100)), { minLength: 1, maxLength: 40 })
  .map(parts => parts.map(([before, text, cut]) => before + (cut < 15 ? text.slice(0, Math.floor(text.length * cut / 15)) : text)).join('\n'))

it.each(['mangled.md', 'mangled.mdx', 'mangled.txt', 'mangled'])('loses no word of %s, whatever stands in it', (name) => {
  fc.assert(fc.property(mangled, (text) => {
    try {
      const document = readDocument({ file: path.resolve(name), bytes: new TextEncoder().encode(text) }, { readFile: () => undefined })
      if (document.format !== 'html')
        expect(lostWords(document)).toEqual([])
    }
    catch (error) {
      if (!(error instanceof UserError))
        throw error
    }
  }), { examples: [[':::tip\n#'], ['??? question\n#'], ['::::danger\n$\n-']], numRuns: Number(process.env.FUZZ ?? 150), seed: process.env.FUZZ ? undefined : 20240501 })
})
