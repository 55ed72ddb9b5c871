import type { Nodes, Root } from 'mdast'
import type { Course, Lecture, Slide } from '../course/course.ts'
import type { LocatedFence } from '../markdown/read-fences.ts'
import { readFences } from '../markdown/read-fences.ts'
import { visibleTree } from '../markdown/visible-tree.ts'

/** A slide as checks read it, parsed once for all of them. */
export interface SlideText {
  slide: Slide
  lecture: Lecture
  /** Place in its lecture, from 0. */
  at: number
  tree: Root
  fences: LocatedFence[]
  /** Line of the slide's file on which a part of the tree begins. */
  lineOf: (node: Nodes) => number
}

/** All slides of a course, or of some of its lectures. */
export function slideTexts({ lectures }: Pick<Course, 'lectures'>): SlideText[] {
  return lectures.flatMap(lecture => lecture.slides.map((slide, at) => ({
    slide,
    lecture,
    at,
    tree: visibleTree(slide.content),
    fences: /```|~~~/.test(slide.content) ? readFences(slide.content, slide.line) : [],
    lineOf: (node: Nodes) => slide.line + (node.position?.start.line ?? 1) - 1,
  })))
}

/** All parts of a tree, from its top. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) {
    for (const child of node.children)
      yield* nodesOf(child)
  }
}

/** The layout of a slide: its own, that of all slides, or what Slidev takes. */
export function layoutOf({ slide, at }: SlideText, { defaults }: Pick<Course, 'defaults'>): string {
  const other = typeof defaults?.layout === 'string' ? defaults.layout : 'default'
  return slide.layout ?? (at === 0 && defaults?.layout === undefined ? 'cover' : other)
}
