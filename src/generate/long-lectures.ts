import type { PhrasingContent } from 'mdast'
import type { LectureInput } from './plan/lecture.ts'
import type { PlannedSection } from './plan/section.ts'
import { limits } from './limits.ts'
import { phrasingText } from './write/markdown.ts'

/** How a long lecture is divided. */
export interface Division {
  /** Slides that a lecture would have. */
  slidesOf: (input: LectureInput) => number
  /** Titles of the lectures that the document became in a former run: what began one begins one again. */
  formerTitles: ReadonlySet<string>
  /** A lecture of one section. */
  lectureOf: (section: PlannedSection) => LectureInput
}

/** A section that stays whole, with the slides that it needs. */
interface Unit {
  section: PlannedSection
  slides: number
}

/**
 * A lecture as several that can be taught, where it has too many slides for one: it is divided at its own headings, and
 * at those below them where a section alone is too long.
 */
export function divideLecture(input: LectureInput, division: Division): LectureInput[] {
  const { slidesOf, formerTitles } = division
  const all = slidesOf(input)
  const units = unitsOf(input.sections, division)
  const wasDivided = units.slice(1).some(unit => beganLecture(unit, input, formerTitles))
  if (units.length < 2 || (!wasDivided && all <= (formerTitles.size ? limits.lecture.grown : limits.lecture.max)))
    return [input]
  const introSlides = slidesOf({ ...input, sections: [] })
  const groups = formerTitles.size
    ? asBefore(units, introSlides, input, formerTitles)
    : inGroups(units, introSlides)
  return groups.map((group, i) => {
    const sections = group.map(({ section }) => section)
    if (i === 0)
      return { ...input, sections }
    const [first] = sections
    if (sections.length === 1)
      return division.lectureOf(first!)
    const empty = { title: [], question: false, items: [], children: [] }
    return { title: titleOfGroup(input, first!), titleSources: [], intro: empty, sections }
  })
}

function titleOfGroup({ title }: LectureInput, first: PlannedSection): PhrasingContent[] {
  return [...title, { type: 'text', value: ': ' }, ...first.title]
}

function beganLecture({ section }: Unit, input: LectureInput, titles: ReadonlySet<string>): boolean {
  return titles.has(phrasingText(section.title)) || titles.has(phrasingText(titleOfGroup(input, section)))
}

/** Sections that fit into a lecture; one that does not is taken apart into what stands below its headings. */
function unitsOf(sections: readonly PlannedSection[], division: Division): Unit[] {
  return sections.flatMap((section) => {
    const slides = division.slidesOf(division.lectureOf(section)) - 1
    if (slides <= limits.lecture.max || !section.children.length)
      return [{ section, slides }]
    const own = { ...section, children: [] }
    const ownSlides = division.slidesOf(division.lectureOf(own)) - 1
    return [{ section: own, slides: ownSlides }, ...unitsOf(section.children, division)]
  })
}

/** Groups of about the same size, none of them larger than a lecture may be. */
function inGroups(units: readonly Unit[], introSlides: number): Unit[][] {
  const all = units.reduce((sum, { slides }) => sum + slides, introSlides)
  const aim = all / Math.ceil(all / limits.lecture.target)
  const groups: Unit[][] = [[]]
  let size = introSlides
  for (const unit of units) {
    const isFull = size + unit.slides > limits.lecture.max || size + unit.slides / 2 > aim
    if (isFull && (groups.at(-1)!.length || introSlides > limits.lecture.target)) {
      groups.push([])
      size = 0
    }
    groups.at(-1)!.push(unit)
    size += unit.slides
  }
  return groups
}

/** Groups that begin where lectures of a former run began. */
function asBefore(
  units: readonly Unit[],
  introSlides: number,
  input: LectureInput,
  titles: ReadonlySet<string>,
): Unit[][] {
  const groups: Unit[][] = [[]]
  let size = introSlides
  units.forEach((unit, i) => {
    if (i > 0 && (beganLecture(unit, input, titles) || size + unit.slides > limits.lecture.grown)) {
      groups.push([])
      size = 0
    }
    groups.at(-1)!.push(unit)
    size += unit.slides
  })
  return groups
}
