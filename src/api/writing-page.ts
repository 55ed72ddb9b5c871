import type { Course } from '../course/course.ts'
import { fenced } from '../markdown/fences.ts'

const INTRO = `# What an author can write

Each thing with its source beside its picture; the pictures are printed from these very slides. A line \`---\` parts
slides, the comment at the end of a slide holds its notes.`

/** Keys of front matter that say nothing of how a slide is written. */
const OWN_KEYS = ['id', 'title', 'routeAlias', 'lectures', 'author', 'lang', 'url', 'src']

/** The page of the guide that shows each slide of its course: a heading and words from its notes, source, picture. */
export function writingPage({ lectures: [lecture] }: Course): string {
  const parts = lecture!.slides.map(({ id, title, notes, content, frontmatter }) => {
    const keys = Object.entries(frontmatter).filter(([key]) => !OWN_KEYS.includes(key))
    const head = keys.length ? `---\n${keys.map(([key, value]) => `${key}: ${String(value)}`).join('\n')}\n---\n\n` : ''
    const source = fenced('md', head + content.trim())
    return [notes.trim(), source, `![The slide "${title}"](/writing/${id}.webp)`].join('\n\n')
  })
  return `${[INTRO, ...parts].join('\n\n')}\n`
}
