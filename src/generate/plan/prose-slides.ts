import type { ItemOf } from './items.ts'
import type { SlideRun } from './slide-run.ts'
import type { Block } from './slide.ts'
import { heightLeft, heightOf } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'
import { shortenSentence } from '../text/compress.ts'
import { standsAlone } from '../text/score.ts'
import { leansOnOthers } from '../text/statements.ts'
import { groupProse, stepBullets, textOfGroup } from './prose-groups.ts'
import { isVisual, wordsInBlocks, wordsInLines } from './slide.ts'

type Prose = ItemOf<'prose'>

/** Words of a line that says something: not "Oh dear". */
const MIN_LINE = 3
/** Words of prose before something that is shown, up to which all of it leads there. */
const MAX_LEAD = limits.prose.bullet * 2

/** Makes slides of the prose that waits. */
export function flushProse(run: SlideRun): void {
  const pending = run.takePending()
  if (!pending.length)
    return
  const words = wordsInLines(pending)
  const sources = pending.map(item => item.source)
  if (run.last && words < run.context.pace.widow) {
    run.addToLast(sources)
    if (words)
      addLineToLast(run, pending)
    return
  }
  if (run.last && !run.keepsQuestions && !pending.some(saysSomething)) {
    run.addToLast(sources)
    return
  }
  if (!words) {
    run.start({ notes: sources, sources })
    return
  }
  for (const group of groupProse(pending, words, run.context.pace)) {
    if (run.last && !run.keepsQuestions && !group.some(saysSomething)) {
      run.addToLast(group.map(item => item.source))
      continue
    }
    const { blocks, candidates } = textOfGroup(group, run.context.ranking, wordsInLines(group), run.keepsQuestions)
    const own = group.map(item => item.source)
    run.start({ blocks, notes: own, sources: [...own], candidates })
  }
}

/** Whether a slide could show a sentence of it: that names its subject, asks nothing and leads nowhere. */
export function saysSomething({ sentences, step }: Prose): boolean {
  return step !== undefined || sentences.some(({ plain }) => standsAlone(plain) && !/[?？:：]["'”’)]*$/.test(plain))
}

/** A few words after something else stay with it, where they fit. */
function addLineToLast(run: SlideRun, pending: readonly Prose[]): void {
  const { last } = run
  const [line] = pending
    .flatMap(item => item.sentences)
    .map(sentence => shortenSentence(sentence))
    .filter(({ plain }) => (run.keepsQuestions ? !leansOnOthers(plain) : !/[?:]$/.test(plain) && standsAlone(plain)))
  if (!last || !line || line.words > limits.bullet.max || line.words < MIN_LINE)
    return
  const steps = stepBullets(pending.filter(({ step }) => step?.number !== undefined))
  const block: Block = steps.length ? { type: 'bullets', items: steps } : { type: 'line', line }
  const max = last.blocks.some(isVisual) ? limits.words.beside : limits.words.target
  const blocks = [...last.blocks, block]
  if (wordsInBlocks(blocks) <= max && heightOf(blocks) <= heightLeft(last))
    last.blocks.push(block)
}

/**
 * Takes the prose before something that is shown: the last of it leads, what stands before gets slides of its own where
 * it is long.
 */
export function takeLead(run: SlideRun): Prose[] {
  const pending = run.takePending()
  const step = pending.findLastIndex(item => item.step)
  if (step < 1 && (wordsInLines(pending) <= MAX_LEAD || pending.length < 2))
    return pending
  const begin = step >= 0 ? step : pending.length - 1
  const before = pending.slice(0, begin)
  if (!before.length || wordsInLines(before) < run.context.pace.widow)
    return pending
  run.pending = before
  flushProse(run)
  return pending.slice(begin)
}
