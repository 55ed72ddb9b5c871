import type { Finding } from '../../check/finding.ts'
import type { Slide } from '../../course/course.ts'
import type { OpenDeck } from '../../paper/deck/open-deck.ts'
import type { StepFault } from './judge-steps.ts'
import { findingOf } from '../../check/finding.ts'
import { firstWords, lineOfWords } from '../../course/line-of-words.ts'
import { showScheme } from '../../paper/deck/show-scheme.ts'
import { captureBox } from '../../paper/pictures/capture.ts'

/** A slide after some clicks, as an open deck shows it. */
export interface Step {
  /** Id of its element. */
  id: string
  slide: Slide
  clicks: number
}

/** A fault with the step that shows it. */
export interface Seen extends StepFault, Step {
  scheme: 'light' | 'dark'
  hint?: string
  /** Of its text, what does not stand in an element of its own. */
  own?: string
}

/** Pictures that are taken of a lecture at most. */
const MAX_PICTURES = 40
/** Pixels around a place. */
const AROUND = 24

/** Each fault as a finding, once, at the first step that shows it. */
export async function tellFindings(
  deck: OpenDeck,
  seen: readonly Seen[],
  { pictures }: { pictures: boolean },
): Promise<Finding[]> {
  const first = new Map<string, Seen>()
  for (const fault of seen) {
    const key = `${fault.slide.number} ${fault.rule} ${fault.text || fault.message}`
    if (!first.has(key))
      first.set(key, fault)
  }
  const findings: Finding[] = []
  for (const fault of first.values()) {
    const { slide, rule, cause, scheme } = fault
    const wanted = pictures && fault.box.width > 0 && findings.length < MAX_PICTURES
    findings.push(findingOf(rule, {
      message: `Slide ${slide.number} ("${slide.title}")${placeOf(fault)}: ${fault.message}.`,
      hint: fault.hint,
      file: slide.file,
      line: lineOfWords(slide, [fault.text, firstWords(fault.text)]),
    }))
    if (cause !== undefined)
      Object.assign(findings.at(-1)!, { slide: slide.number, cause: `${cause} ${scheme}` })
    if (wanted)
      findings.at(-1)!.picture = await pictureOf(deck, fault)
  }
  return findings
}

function placeOf({ scheme, rule, clicks }: Seen): string {
  const parts = [
    ...clicks > 0 && rule !== 'canary' ? [`after ${clicks} ${clicks === 1 ? 'click' : 'clicks'}`] : [],
    ...scheme === 'dark' ? ['in the dark'] : [],
  ]
  return parts.length ? `, ${parts.join(', ')}` : ''
}

async function pictureOf(deck: OpenDeck, { box, id, scheme }: Seen): Promise<string> {
  await showScheme(deck.page, scheme)
  const x = Math.max(0, box.x - AROUND)
  const y = Math.max(0, box.y - AROUND)
  const width = Math.max(16, Math.min(deck.size.width - x, box.width + 2 * AROUND))
  const height = Math.max(16, Math.min(deck.size.height - y, box.height + 2 * AROUND))
  const picture = await captureBox(deck, id, { x, y, width, height })
  return `data:image/webp;base64,${picture.toString('base64')}`
}
