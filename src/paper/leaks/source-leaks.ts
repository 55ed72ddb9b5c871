import type { Problem } from '../../core/errors.ts'
import type { Course } from '../../course/course.ts'
import type { PublicText } from './public-texts.ts'
import type { Secret } from './secrets.ts'
import { publicTexts } from './public-texts.ts'
import { allSecrets, secretKinds } from './secrets.ts'
import { findSecrets, indexSecrets } from './word-index.ts'

/** What the sources of a course say of its secrets. */
export interface CourseSecrets {
  /** Those that stand nowhere in public. */
  secrets: Secret[]
  /** Those that ride along into outputs by the sources alone. */
  problems: Problem[]
}

/** A course is read once: a build asks before it begins and when it is done. */
const known = new WeakMap<Course, Promise<CourseSecrets>>()

/**
 * The secrets of a course that are told from what is public, and those that its sources give away: in front matter,
 * which every deck carries, in components, in captions, in copies of lectures in `public/`.
 */
export function readSecrets(course: Course): Promise<CourseSecrets> {
  const read = known.get(course) ?? compareTexts(course)
  known.set(course, read)
  return read
}

async function compareTexts(course: Course): Promise<CourseSecrets> {
  const all = allSecrets(course)
  const texts = all.length ? await publicTexts(course) : []
  const index = indexSecrets(all)
  const found = texts.map(text => ({ text, secrets: secretsIn(text, index) }))
  const known = new Set(found.flatMap(({ text, secrets }) => [...secrets].filter(secret => isPublic(secret, text))))
  const secrets = all.filter(secret => !known.has(secret))
  const problems = found.flatMap(({ text: { place }, secrets }) =>
    place ? [...secrets].filter(secret => !known.has(secret) && isTold(secret)).map(one => leak(one, place)) : [])
  return { secrets, problems: oneForEachSlide(problems) }
}

function secretsIn({ readings }: PublicText, index: ReturnType<typeof indexSecrets>): Set<Secret> {
  return new Set(readings.flatMap(words => findSecrets(words, index).map(({ secret }) => secret)))
}

/** Whether a text in which a secret's words stand makes them public. */
function isPublic({ kind }: Secret, { sight, place }: PublicText): boolean {
  const { everywhere, marked } = secretKinds[kind]
  if (sight === 'everybody')
    return true
  if (sight === 'web')
    return everywhere
  return !marked && !place?.isCopy
}

/** A few words of an answer in code or in front matter prove nothing. */
function isTold({ kind, context }: Secret): boolean {
  return secretKinds[kind].everywhere && !context
}

function leak({ kind, slide, words }: Secret, { name, file, line }: NonNullable<PublicText['place']>): Problem {
  const { description } = secretKinds[kind]
  return {
    message: `${name} holds ${description}: "${words.join(' ')}" of slide ${slide.number} ("${slide.title}").`,
    hint: 'It goes into the site with it. Take the words out there, or make them public on the slide.',
    file,
    line,
  }
}

/** A note of ten lines that stands somewhere as a whole is told of once. */
function oneForEachSlide(problems: readonly Problem[]): Problem[] {
  const key = ({ message, file, line }: Problem) => [file, line, message.replace(/"[^"]*" of slide/, '')].join('\0')
  return [...new Map([...problems].reverse().map(problem => [key(problem), problem])).values()].reverse()
}
