import type { Slide } from './course.ts'

const DRAWS = /^```(?:stack|mermaid)\b|!\[[^\]]*\]\(|<(?:StackDiagram|img|svg)\b/m

/** The slide that stands for its lecture where one is shown: the first one with something drawn, else the cover. */
export function faceOf(slides: readonly Slide[]): Slide {
  return slides.find(({ content }) => DRAWS.test(content)) ?? slides[0]!
}
