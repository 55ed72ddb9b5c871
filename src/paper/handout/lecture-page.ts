/** Name of the pages of a handout's lecture, from 0, as style sheets write it: such pages name the lecture at their head. */
export function lecturePage(index: number): string {
  return `lecture-${index + 1}`
}
