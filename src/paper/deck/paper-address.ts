import type { Course, Lecture, Slide } from '../../course/course.ts'
import { hostedAddress, resolveAddress, titleOf } from '../../course/address.ts'

/** The course to whose places links on paper lead, and what of it is in the file. */
export interface PaperPlaces {
  /** With all lectures to which links may lead, and where it is hosted. */
  course: Pick<Course, 'root' | 'lectures' | 'url'>
  /** The slides in the file, with the ids of their elements. */
  printed: readonly { id: string, slide: Slide }[]
}

export interface PaperLink {
  /** A place in the same file, or an address on the web; none where there is neither. */
  href?: string
  /** What the place is called. */
  title?: string
}

/** Where a link of a lecture leads on paper. */
export function paperLink(address: string, lecture: Lecture, { course, printed }: PaperPlaces): PaperLink {
  const target = resolveAddress(address, { course, lecture })
  if (target.kind === 'elsewhere')
    return { href: address }
  const page = target.kind === 'slide' && printed.find(({ slide }) => isSame(slide, target.slide))
  return { href: page ? `#${page.id}` : hostedAddress(target, course), title: titleOf(target) }
}

function isSame(one: Slide, other: Slide): boolean {
  return one.id === other.id && one.file === other.file && one.line === other.line
}
