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
const SLIDE_SPACE = { w: 868, h: 386 }
/** Pixels of a slide for each unit: labels are as large on all slides, but where a diagram has no room for that. */
const SLIDE_SCALE = 1.2
/** How much space labels have, from a line for each to as little as words allow. */
const EASES = [1, 0.7, 0.4, 0.2, 0]
/** Text may be this much smaller where that gives it more space. */
const SMALLER_TEXT = 0.97
/** Heights of a box: lower ones only where labels would else be smaller. */
const BOX_HEIGHTS = [56, 46, 38]
/** Least widths of a stack, of which it has the greatest for which the slide has room. */
const STACK_WIDTHS = [520, 460, 400, 340, 290]

const MOTIF: Proportions = { ease: 0, boxHeight: 64, stackWidth: 200 }

interface Proportions { ease: number, boxHeight: number, stackWidth?: number }

/** Lays a diagram out so that its labels are as large as on other slides, and it is as wide as the slide allows. */
export function layoutStack(data: StackData): StackDrawing {
  const { drawing, scale, ease, boxHeight } = largestText(data)
  const room = SLIDE_SPACE.w / scale / data.stacks.length
  for (const stackWidth of STACK_WIDTHS.filter(width => width < room)) {
    const wide = layoutAt(data, { ease, boxHeight, stackWidth })
    if (scaleOnSlide(wide) >= scale)
      return wide
  }
  return drawing
}

/** Lays out the first stack of a diagram without arrows, about as high as it is wide. */
export function layoutMotif({ stacks, ...data }: StackData): StackDrawing {
  return layoutAt({ ...data, stacks: stacks.slice(0, 1), arrows: [] }, MOTIF)
}

type Tried = Proportions & { drawing: StackDrawing, scale: number }

/** The highest boxes, and then the most space for labels, with which labels are about as large as they can be. */
function largestText(data: StackData): Tried {
  const tried: Tried[] = []
  for (const boxHeight of BOX_HEIGHTS) {
    for (const ease of EASES) {
      const drawing = layoutAt(data, { ease, boxHeight })
      const one = { ease, boxHeight, drawing, scale: scaleOnSlide(drawing) }
      if (one.scale >= SLIDE_SCALE)
        return one
      tried.push(one)
    }
    // Lower boxes do not make it narrower.
    const { width, height } = tried.at(-1)!.drawing
    if (SLIDE_SPACE.w / width < SLIDE_SPACE.h / height)
      break
  }
  const most = Math.max(...tried.map(({ scale }) => scale))
  return tried.find(({ scale }) => scale >= most * SMALLER_TEXT)!
}

/** How many pixels of a slide a unit of the drawing is. */
export function scaleOnSlide({ width, height }: Pick<StackDrawing, 'width' | 'height'>): number {
  return Math.min(SLIDE_SPACE.w / width, SLIDE_SPACE.h / height, SLIDE_SCALE)
}

/** Grows the boxes until the label of every arrow has its place beside it; where that does not help, labels go away. */
function layoutAt(data: StackData, { ease, boxHeight, stackWidth }: Proportions): StackDrawing {
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
    placeRootX(root, { stacks: data.stacks, ease, stackWidth })
    sizeHeights(root, { ease, boxHeight: boxHeight + extra })
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
