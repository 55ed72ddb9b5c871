import type { Problem } from '../core/errors.ts'
import type { Course, Lecture, Slide } from './course.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { decodedPart } from '../core/decode.ts'
import { suggest } from '../core/did-you-mean.ts'

/** Where an address that an author has written leads to. */
export type Target
  = | { kind: 'slide', lecture: Lecture, slide: Slide }
    | { kind: 'lecture', lecture: Lecture }
    /** A file of `public/`, or one that the build makes; its path below the site. */
    | { kind: 'file', path: string }
    /** Another host, an e-mail, a footnote: nothing of the course. */
    | { kind: 'elsewhere' }
    | { kind: 'dead' } & Pick<Problem, 'message' | 'hint'>

/** In which course an address stands, and in which of its lectures. */
export interface Standpoint {
  course: Pick<Course, 'root' | 'lectures'>
  lecture: Lecture
}

/** What a build puts at the top of a site. */
const MADE = /^(?:index|404)\.html$|\.(?:json|xml|txt|js|webmanifest)$/

/**
 * Where an address leads, wherever it stands: `#/id` is a slide of the same lecture, `/slug` a lecture, `/slug#/id` a
 * slide of it, `/files/data.csv` a file of `public/`. Relative addresses between decks, pages and the files of lectures
 * mean the same.
 */
export function resolveAddress(address: string, { course, lecture }: Standpoint): Target {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address))
    return { kind: 'elsewhere' }
  const [, written = '', hash] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? []
  const decoded = decodedPart(written).replace(/(^|\/)index\.html$/, '$1')
  const steps = decoded.split('/').filter(step => !/^\.{0,2}$/.test(step))
  if (!steps.length)
    return slideTarget(lecture, hash, address, !written)
  const [first, second, ...rest] = steps as [string, ...string[]]
  const other = course.lectures.find(({ slug, file }) => slug === first || path.basename(file) === steps.at(-1))
  if (other && (second === undefined || (second === 'deck' && !rest.length) || other.slug !== first))
    return hash ? slideTarget(other, hash, address) : { kind: 'lecture', lecture: other }
  const place = steps.join('/')
  if (other || (second === undefined && MADE.test(first)) || existsSync(path.join(course.root, 'public', place)))
    return { kind: 'file', path: place }
  const own = second === undefined && written.startsWith('/') ? slideNamed(lecture, first) : undefined
  return own ? { kind: 'slide', lecture, slide: own } : deadTarget(address, steps, course)
}

function slideTarget(lecture: Lecture, hash: string | undefined, address: string, isOwn = false): Target {
  const id = decodedPart(hash ?? '').replace(/^\//, '').replace(/\?.*$/, '')
  const slide = id ? slideNamed(lecture, id) : lecture.slides[0]
  if (slide)
    return { kind: 'slide', lecture, slide }
  // A footnote, or a place that the author's own HTML has.
  if (isOwn && !hash?.startsWith('/'))
    return { kind: 'elsewhere' }
  return {
    kind: 'dead',
    message: `A link leads to ${address}, but the lecture "${lecture.title}" has no slide "${id}".`,
    hint: suggest(id, lecture.slides.map(({ id }) => id)).trim() || undefined,
  }
}

function slideNamed({ slides }: Lecture, name: string): Slide | undefined {
  return slides.find(({ id }) => id === name) ?? slides.find(({ number }) => String(number) === name)
}

function deadTarget(address: string, steps: readonly string[], { lectures }: Standpoint['course']): Target {
  const place = steps.join('/')
  if (/\.[a-z\d]+$/i.test(place)) {
    const message = `A link leads to ${address}, but there is no such file in public/.`
    return { kind: 'dead', message, hint: `Put it at public/${place}, or fix the address.` }
  }
  const known = lectures.map(({ slug }) => slug)
  return {
    kind: 'dead',
    message: `A link leads to ${address}, but there is no lecture "${steps[0]}".`,
    hint: `${suggest(steps[0]!, known)}There are: ${known.join(', ')}.`,
  }
}

/** The address below the site's top at which a target is found on its lecture's page. */
export function pagePath(target: Target): string | undefined {
  switch (target.kind) {
    case 'slide': return `${encodeURIComponent(target.lecture.slug)}/index.html#${encodeURIComponent(target.slide.id)}`
    case 'lecture': return `${encodeURIComponent(target.lecture.slug)}/index.html`
    case 'file': return encodeURI(target.path)
    default: return undefined
  }
}

/** The same in decks, where lectures are decks too. */
export function deckPath(target: Target): string | undefined {
  switch (target.kind) {
    case 'slide': return `${encodeURIComponent(target.lecture.slug)}/deck/#/${encodeURIComponent(target.slide.id)}`
    case 'lecture': return `${encodeURIComponent(target.lecture.slug)}/deck/`
    default: return pagePath(target)
  }
}

/** Where a target is found on the web; only where the course is hosted. */
export function hostedAddress(target: Target, { url }: Pick<Course, 'url'>): string | undefined {
  const below = pagePath(target)
  return url && below && `${url}/${below.replace(/(^|\/)index\.html/, '$1')}`
}

/** What a target is called where it cannot be clicked. */
export function titleOf(target: Target): string | undefined {
  if (target.kind === 'slide')
    return target.slide.title
  return target.kind === 'lecture' ? target.lecture.title : undefined
}
