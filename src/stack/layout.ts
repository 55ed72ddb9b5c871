import type { StackData } from './data.ts'
import type { StackDrawing } from './drawing.ts'
import type { RowNode } from './tree.ts'
import { placeLabels } from './arrow-labels.ts'
import { routeArrows } from './arrows.ts'
import { drawStack } from './drawing.ts'
import { placeListY, sizeHeights } from './heights.ts'
import { planTraffic } from './traffic.ts'
import { boxNodes, growTree } from './tree.ts'
import { placeRootX, sizeGaps } from './widths.ts'

/** What a slide has for a picture below its title, in pixels of the slide. */
const SLIDE_SPACE = { w: 868, h: 416 }
const MAX_SCALE = 1.4
/** How much space labels have, from as little as words allow to a line for each. */
const EASES = [0, 0.2, 0.4, 0.6, 0.8, 1]
const BOX_HEIGHT = 46
/** Text may be this much smaller where that gives it more space. */
const SMALLER_TEXT = 0.97
/** A wide, low picture may have boxes that are a little higher, up to this part of the slide's height. */
const TALL_BOX_HEIGHTS = [66, 56]
const MAX_FILLED = 0.66

/** Lays a diagram out in the proportions in which its text is largest on a slide. */
export function layoutStack(data: StackData): StackDrawing {
  const [best, ease] = EASES
    .map(ease => [layoutAt(data, ease, BOX_HEIGHT), ease] as const)
    .reduce((best, next) => scaleOnSlide(next[0]) >= scaleOnSlide(best[0]) * SMALLER_TEXT ? next : best)
  const scale = scaleOnSlide(best)
  const isLow = ({ width, height }: StackDrawing) =>
    height * scale <= SLIDE_SPACE.h * MAX_FILLED && width <= best.width
  const taller = isLow(best) ? TALL_BOX_HEIGHTS.map(height => layoutAt(data, ease, height)).find(isLow) : undefined
  return taller ?? best
}

/** How many pixels of a slide a unit of the drawing is. */
export function scaleOnSlide({ width, height }: Pick<StackDrawing, 'width' | 'height'>): number {
  return Math.min(SLIDE_SPACE.w / width, SLIDE_SPACE.h / height, MAX_SCALE)
}

/** Grows the boxes until the label of every arrow has its place beside it; where that does not help, labels go away. */
function layoutAt(data: StackData, ease: number, minBoxHeight: number): StackDrawing {
  const root = growTree(data.stacks, data.look === '3d')
  const traffic = planTraffic(root, data.arrows, 76 + 56 * ease)
  const nodes = boxNodes(root)
  const attempts = [
    { extra: 0, far: false },
    { extra: 10, far: false },
    { extra: 20, far: false },
    { extra: 0, far: true },
  ]
  for (const { extra, far } of attempts) {
    sizeGaps(root, traffic)
    placeRootX(root, { stacks: data.stacks, ease })
    sizeHeights(root, { ease, boxHeight: minBoxHeight + extra })
    placeRootY(root)
    const routes = routeArrows(root, traffic)
    const labels = placeLabels(routes, nodes, far)
    if (routes.every((route, index) => !route.plan.lines.length || labels[index]))
      return drawStack({ data, columns: root.columns, nodes, routes, labels })
  }
  throw new Error('A label found no place above everything.')
}

/** Lets the stacks stand on the height 0. */
function placeRootY(root: RowNode): void {
  root.columns.forEach(column => placeListY(column, 0))
  root.h = Math.max(...root.columns.map(column => column.h))
  root.y = -root.h
}
