import type { PhrasingContent, RootContent } from 'mdast'
import type { Item, ItemOf } from './items.ts'
import type { PlanContext } from './section.ts'
import type { SlideDraft } from './slide.ts'
import { pairOf } from './columns.ts'

type Run = Item[] | ItemOf<'part'>

/** Parts, and the items between them. */
export function inRuns(items: readonly Item[]): Run[] {
  const runs: Run[] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (item.type === 'part')
      runs.push(item)
    else if (Array.isArray(last))
      last.push(item)
    else
      runs.push([item])
  }
  return runs
}

/** Two parts that stand against each other, as the columns of a slide. */
export function pairOfParts(
  left: Run,
  right: Run | undefined,
  title: readonly PhrasingContent[],
  context: PlanContext,
): SlideDraft | undefined {
  const [one, other] = [left, right].map(run => run && !Array.isArray(run) && isHeadingOrText(run.source)
    ? { ...run, heading: run.source, children: [] }
    : undefined)
  return one && other && pairOf(one, other, title, context)
}

function isHeadingOrText({ type }: RootContent): boolean {
  return type === 'heading' || type === 'paragraph'
}
