import type { StackData } from './data.ts'
import type { DrawnBox, StackDrawing } from './drawing.ts'
import { boxesOf } from './data.ts'

/** What a diagram shows after some clicks. */
export interface StackMoment {
  isShown: (box: DrawnBox) => boolean
  hasArrows: boolean
  /** Ids of the boxes that are emphasised. */
  emphasis: ReadonlySet<string>
}

/** How many clicks a diagram takes: a row of layers each after the first, then the arrows; or a step each. */
export function stackClicks({ steps, arrows }: StackData, { levels }: StackDrawing): number {
  if (steps === 'none')
    return 0
  return steps === 'build' ? levels - 1 + (arrows.length ? 1 : 0) : steps.length
}

/** What is there after `click` clicks, from 0; more clicks than it takes show the end. */
export function stackMoment(data: StackData, { levels }: StackDrawing, click: number): StackMoment {
  const { steps } = data
  const first = firstEmphasis(data)
  if (steps === 'build')
    return { isShown: box => box.level <= click, hasArrows: click >= levels, emphasis: new Set(first) }
  const step = steps === 'none' || click < 1 ? undefined : steps[Math.min(click, steps.length) - 1]
  return { isShown: () => true, hasArrows: true, emphasis: new Set(step ?? first) }
}

/** Ids of all boxes that are emphasised at some time. */
export function everEmphasized(data: StackData): ReadonlySet<string> {
  return new Set([...firstEmphasis(data), ...Array.isArray(data.steps) ? data.steps.flat() : []])
}

function firstEmphasis({ stacks }: StackData): string[] {
  return stacks.flatMap(stack => boxesOf(stack.layers)).filter(box => box.emphasis).map(box => box.id)
}
