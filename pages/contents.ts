const GOES_ON = /\s*\((?:cont\.?|continued|\d+\/\d+)\)\s*$/i

/** The slides that a list of contents names: not those that go on with one before, or repeat the title just above. */
export function contentsOf<T extends { title: string }>(slides: readonly T[]): T[] {
  const contents: T[] = []
  for (const slide of slides) {
    const subject = slide.title.replace(GOES_ON, '')
    const goesOn = subject !== slide.title && contents.some(({ title }) => title.startsWith(subject))
    if (!goesOn && subject !== contents.at(-1)?.title.replace(GOES_ON, ''))
      contents.push(slide)
  }
  return contents
}
