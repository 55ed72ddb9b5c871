import { slug as githubSlug } from 'github-slugger'

// Slidev's own routes: a slide of that name could not be opened.
const RESERVED_SLIDE_IDS = new Set([
  'entry',
  'overview',
  'notes',
  'notes-edit',
  'presenter',
  'print',
  'export',
  'handout',
])

// Names that the site uses beside the lectures.
const RESERVED_LECTURE_SLUGS = new Set(['assets', 'pagefind', 'search', 'theme', 'fonts', 'index', '404'])

const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u
const MAX_LENGTH = 60

/** Why an id that an author wrote cannot be used, or undefined where it can. */
export function idProblem(id: string): string | undefined {
  if (!ID.test(id))
    return 'an id is made of letters, digits, hyphens and underscores and starts with a letter or digit'
  if (/^\d+$/.test(id))
    return 'an id that is only a number would be taken for a slide number'
  if (RESERVED_SLIDE_IDS.has(id))
    return `the deck uses "${id}" for a view of its own`
}

/** Why a lecture's slug cannot be used, or undefined where it can. */
export function slugProblem(slug: string): string | undefined {
  if (!ID.test(slug))
    return 'a lecture\'s file is named NN-slug.md, its slug made of letters, digits and hyphens'
  if (RESERVED_LECTURE_SLUGS.has(slug))
    return `the site uses "${slug}" for files of its own`
}

/** The slug of a lecture's file: its name without the leading number and the ending. */
export function lectureSlug(fileName: string): string {
  return fileName.replace(/\.md$/, '').replace(/^\d+[-_. ]+/, '')
}

/** A slide id from its title, in at most 60 characters, cut between words. */
export function idFromTitle(title: string): string {
  let id = githubSlug(title).replace(/[^\p{L}\p{M}\p{N}_-]/gu, '').replace(/-{2,}/g, '-').replace(/^[-_]+|[-_]+$/g, '')
  if (id.length > MAX_LENGTH)
    id = id.slice(0, MAX_LENGTH + 1).replace(/-[^-]*$/, '').slice(0, MAX_LENGTH)
  if (!id)
    return 'slide'
  return idProblem(id) ? `slide-${id}` : id
}

/**
 * Ids for the slides of one lecture: what the author wrote stays, the rest comes from titles
 * and is made unique by `-2`, `-3` …
 * An explicit id is never taken away by a title before it.
 */
export function assignIds(slides: readonly { id?: string, title: string }[]): string[] {
  const taken = new Set(slides.flatMap(({ id }) => id ?? []))
  /** The last number that each id from a title was given. */
  const numbers = new Map<string, number>()
  return slides.map(({ id, title }) => {
    if (id !== undefined)
      return id
    const base = idFromTitle(title)
    let unique = base
    let number = numbers.get(base) ?? 1
    while (taken.has(unique))
      unique = `${base}-${++number}`
    numbers.set(base, number)
    taken.add(unique)
    return unique
  })
}
