import type { LectureSummary } from '../src/shared/page-model.ts'

/** Lectures that follow each other in one section. */
export interface LectureSection {
  /** Nothing where lectures stand before the first section, or in none. */
  title?: string
  /** Of the place in the page. */
  id: string
  lectures: LectureSummary[]
}

/** Lectures by their sections, in order. */
export function lectureSections(lectures: readonly LectureSummary[]): LectureSection[] {
  const sections: LectureSection[] = []
  for (const lecture of lectures) {
    const last = sections.at(-1)
    if (last && last.title === lecture.section)
      last.lectures.push(lecture)
    else
      sections.push({ title: lecture.section, id: `section-${sections.length + 1}`, lectures: [lecture] })
  }
  return sections
}
