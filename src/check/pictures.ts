import type { Problem } from '../core/errors.ts'
import type { Course, Slide } from '../course/course.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { decodedAddress } from '../core/decode.ts'
import { bareAddress } from '../course/bare-address.ts'
import { isInPublic, namesPicture, publicName } from '../course/front-matter-pictures.ts'
import { readTags } from '../markdown/tags.ts'
import { deckRoots } from '../slidev/contract/roots.ts'
import { pictureAddresses } from '../slidev/contract/source.ts'

const MEDIA: readonly string[] = ['video', 'audio', 'source']

/** Pictures, videos and sounds of a slide that are not there. */
export function pictureProblems(slide: Slide, course: Course): Problem[] {
  const shown = [...pictureAddresses(slide.content, slide.frontmatter), ...mediaAddresses(slide.content)]
  return [...new Set(shown)].flatMap((url) => {
    const isElsewhere = isOfTheme(url, course) || isAtRoot(url, slide, course)
    const places = { folder: path.dirname(slide.file), root: course.root }
    const problemOf = namesPicture(slide.frontmatter, url) ? frontMatterProblem : pictureProblem
    const wrong = isElsewhere ? undefined : problemOf(url, places)
    return wrong ? [{ ...wrong, file: slide.file, line: lineOf(slide, url) }] : []
  })
}

/** What a slide plays, and what it shows before that. */
function mediaAddresses(content: string): string[] {
  const media = readTags(content).filter(({ name, type }) => MEDIA.includes(name) && type !== 'close')
  return media.flatMap(({ source }) =>
    Array.from(source.matchAll(/\s(?:src|poster)=(["'])([^"'{}]+)\1/g), ([, , url]) => url!))
}

/** What a file is to people, by its ending. */
function kindOf(url: string): string {
  if (/\.(?:mp4|m4v|webm|mov|ogv|mkv)(?:[?#]|$)/i.test(url))
    return 'video'
  return /\.(?:mp3|m4a|ogg|oga|wav|flac|aac|opus)(?:[?#]|$)/i.test(url) ? 'sound' : 'picture'
}

/** Slidev serves the public files of themes and addons below `/theme/`. */
function isOfTheme(url: string, course: Course): boolean {
  const name = /^\/theme\/(.+)/.exec(url)?.[1]
  if (!name)
    return false
  const { theme = '', addons } = deckRoots(course)
  return [theme, ...addons].some(folder => folder && existsSync(path.join(folder, 'public', name)))
}

/** What a slide shows by its Markdown, Vite finds at the root of a project as well. */
function isAtRoot(url: string, { content }: Slide, { root }: Course): boolean {
  return url.startsWith('/') && content.includes(url) && existsSync(path.join(root, url.replace(/[?#].*$/, '')))
}

interface Places {
  /** Of the slide's file. */
  folder: string
  /** Of the course. */
  root: string
}

type Wrong = Pick<Problem, 'message' | 'hint' | 'edit'> | undefined

/** Layouts look for pictures from the top of the deck, wherever the slide's file lies. */
function frontMatterProblem(url: string, places: Places): Wrong {
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(url))
    return pictureProblem(url, places)
  const name = publicName(url)
  if (isInPublic(url, places.root))
    return
  const isBeside = existsSync(path.resolve(places.folder, name))
  return {
    message: `The picture ${url} of the front matter does not exist in public/.`,
    hint: isBeside ? `Move it to public/ and write /${path.basename(name)}.` : `Put it at public/${name}.`,
  }
}

function pictureProblem(url: string, { folder, root }: Places): Wrong {
  // What lies on another host is told of apart.
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url))
    return
  const name = decodedAddress(url.replace(/[?#].*$/, ''))
  const inPublic = path.join(root, 'public', name)
  const beside = path.resolve(folder, name)
  if (name.startsWith('/')) {
    const hint = `Put it at public${name} or fix the path.`
    return existsSync(inPublic) ? undefined : { message: `The ${kindOf(url)} ${url} does not exist in public/.`, hint }
  }
  if (name.startsWith('.')) {
    const hint = `Put it at ${path.relative(root, beside)} or fix the path.`
    return existsSync(beside) ? undefined : { message: `The ${kindOf(url)} ${url} does not exist.`, hint }
  }
  return bareAddress(url, { folder, root })
    ? undefined
    : { message: `The ${kindOf(url)} ${url} does not exist.`, hint: `Put it at public/${name} and write /${name}.` }
}

/** The line of a slide's file on which a text stands, in its content or as a value of its front matter. */
function lineOf(slide: Slide, text: string): number {
  const offset = slide.content.split('\n').findIndex(line => line.includes(text))
  const key = Object.keys(slide.frontmatter).find(key => slide.frontmatter[key] === text)
  return offset < 0 && key ? slide.keyLines[key] ?? slide.line : slide.line + Math.max(0, offset)
}
