import type { SourceDocument } from '../../src/generate/document.ts'
import fs from 'node:fs/promises'
import { isQuestion } from '../../src/generate/plan-lectures.ts'
import { sourceFacts } from '../../src/generate/report/source-facts.ts'
import { lettersOf } from '../../src/generate/text/words.ts'

/** Right, found, and to be found. */
export interface Hits {
  right: number
  found: number
  wanted: number
}

/** How well the reader of plain text has seen what is a heading. */
export interface Recognized {
  headings: Hits
  questions: Hits
}

interface Truth {
  headings: { text: string }[]
  adm?: unknown[]
}

/**
 * How well headings were recognized, where `<name>.truth.json` beside the document says what they are.
 * Titles of admonitions count as right.
 */
export async function recognizedHeadings(document: SourceDocument): Promise<Recognized | undefined> {
  const json = await fs.readFile(document.file.replace(/\.\w+$/, '.truth.json'), 'utf8').catch(() => undefined)
  if (json === undefined)
    return undefined
  const truth = JSON.parse(json) as Truth
  const headings = truth.headings.map(({ text }) => text)
  const wanted = headings.map(lettersOf)
  const admonitions = (truth.adm ?? [])
    .map(entry => lettersOf(typeof entry === 'string' ? entry : JSON.stringify(entry)))
  const title = lettersOf(document.title ?? '')
  // The page's own title is a heading to a reader, whether or not the source wrote it as one.
  const isCounted = (letters: string) => wanted.includes(letters) || letters !== title
  const found = sourceFacts(document).headings.filter(heading => isCounted(lettersOf(heading)))
  return {
    headings: hits(found, wanted, admonitions),
    questions: hits(found.filter(isQuestion), headings.filter(isQuestion).map(lettersOf), admonitions),
  }
}

function hits(found: readonly string[], wanted: readonly string[], allowed: readonly string[]): Hits {
  const left = [...wanted]
  let right = 0
  let excused = 0
  for (const heading of found.map(lettersOf)) {
    const at = left.indexOf(heading)
    if (at >= 0) {
      left.splice(at, 1)
      right++
    }
    else if (allowed.some(text => text.includes(heading))) {
      excused++
    }
  }
  return { right, found: found.length - excused, wanted: wanted.length }
}
