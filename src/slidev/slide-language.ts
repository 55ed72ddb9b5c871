import type { ResolvedSlidevOptions } from '@slidev/types'

type Data = ResolvedSlidevOptions['data']
type Info = Data['slides'][number]

/** The language of a slide, as a BCP 47 tag: that of the first slide of its file, else of the whole course. */
export function slideLanguage({ slides, headmatter }: Pick<Data, 'slides' | 'headmatter'>, slide?: Info): string {
  const first = slide && slides.find(({ source }) => source.filepath === slide.source.filepath)
  const stated: unknown = first?.frontmatter.lang ?? headmatter.lang
  return typeof stated === 'string' ? stated : 'en'
}
