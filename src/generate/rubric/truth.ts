import type { SourceDocument } from '../document.ts'
import fs from 'node:fs/promises'
import { isQuestion } from '../plan-lectures.ts'
import { lettersOf } from '../text/words.ts'
import { sourceFacts } from './source-facts.ts'

/** Right, found, and to be found. */
export interface Hits {
  right: number
  found: number
  wanted: number
}

export interface Recognised {
  headings: Hits
  questions: Hits
}

interface Truth {
  headings: { text: string }[]
  adm: unknown[]
}

/** How well headings were recognised, where `<name>.truth.json` beside the document says what they are. Titles of admonitions count as right. */
export async function recognised(document: SourceDocument): Promise<Recognised | undefined> {
  const text = await fs.readFile(document.file.replace(/\.\w+$/, '.truth.json'), 'utf8').catch(() => undefined)
  if (text === undefined)
    return undefined
  const truth = JSON.parse(text) as Truth
  const facts = sourceFacts(document)
  const wanted = truth.headings.map(({ text }) => plain(text))
  const admonitions = (truth.adm ?? []).map(entry => plain(typeof entry === 'string' ? entry : JSON.stringify(entry)))
  const found = facts.headings
  const title = plain(document.title ?? '')
  // The page's own title is a heading to a reader, whether or not the source wrote it as one.
  const counted = found.filter(heading => wanted.includes(plain(heading)) || plain(heading) !== title)
  return {
    headings: hits(counted, wanted, admonitions),
    questions: hits(counted.filter(isQuestion), truth.headings.filter(({ text }) => isQuestion(text)).map(({ text }) => plain(text)), admonitions),
  }
}

function hits(found: readonly string[], wanted: readonly string[], allowed: readonly string[]): Hits {
  const left = [...wanted]
  let right = 0
  let excused = 0
  for (const heading of found) {
    const at = left.indexOf(plain(heading))
    if (at >= 0) {
      left.splice(at, 1)
      right++
    }
    else if (allowed.some(text => text.includes(plain(heading)))) {
      excused++
    }
  }
  return { right, found: found.length - excused, wanted: wanted.length }
}

function plain(text: string): string {
  return lettersOf(text)
}
