import type { Nodes } from 'mdast'
import type { Problem } from '../core/errors.ts'
import type { Course, Lecture, Slide } from '../course/course.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { suggest } from '../core/did-you-mean.ts'
import { notesFor } from '../course/notes.ts'
import { visibleTree } from '../markdown/visible-tree.ts'
import { nodesOf } from './slide-text.ts'

/** Links between slides and lectures that lead nowhere, in the Markdown that everybody may read. */
export function linkProblems(course: Course): Problem[] {
  return course.lectures.flatMap(lecture => lecture.slides.flatMap(slide => [
    ...textProblems(slide.content, slide.line, { slide, lecture, course }),
    ...course.notesPublic
      ? textProblems(notesFor(slide.notes, 'web'), slide.notesLine, { slide, lecture, course })
      : [],
  ]))
}

/** Files of `public/` that slides lead to and that are not there; other addresses below the site are made by it. */
export function fileLinkProblems(course: Course): Problem[] {
  const made = new Set(course.lectures.map(({ slug }) => slug))
  return course.lectures.flatMap(({ slides }) => slides).flatMap(({ content, file, line }): Problem[] => {
    if (!content.includes('](/') && !/^\s*\[[^\]]+\]:\s*\//m.test(content))
      return []
    return [...nodesOf(visibleTree(content))].flatMap((node) => {
      const url = node.type === 'link' || node.type === 'definition' ? node.url : ''
      const [, name, folder] = /^\/(([^/#?]+)\/[^#?]*\.[a-z\d]+)(?:[#?]|$)/i.exec(url) ?? []
      if (!name || made.has(folder!) || existsSync(path.join(course.root, 'public', decodeURI(name))))
        return []
      const message = `A link leads to ${url}, but there is no such file in public/.`
      const at = line + (node.position?.start.line ?? 1) - 1
      return [{ message, hint: `Put it at public/${name}, or fix the address.`, file, line: at }]
    })
  })
}

/** To a slide of the same deck, or to another lecture, its deck or one of its slides. */
const LINK = /^(?:(?:\.{1,2}\/)+([^/#.][^/#]*)\/(?:deck\/)?(?:index\.html)?)?(?:#\/?([^?]*))?$/

interface Place { slide: Slide, lecture: Lecture, course: Course }

function textProblems(markdown: string, firstLine: number, place: Place): Problem[] {
  if (!/\]\(|<a\b|^\[/m.test(markdown))
    return []
  const problems: Problem[] = []
  const visit = (node: Nodes): void => {
    const fault = node.type === 'link' || node.type === 'definition' ? linkFault(node.url, place) : undefined
    if (fault) {
      const line = firstLine + (node.position?.start.line ?? 1) - 1
      problems.push({ ...fault, file: place.slide.file, line })
    }
    if ('children' in node)
      node.children.forEach(visit)
  }
  visit(fromMarkdown(markdown))
  return problems
}

/** Why a link within the course leads nowhere; others are not looked at. */
function linkFault(url: string, { lecture, course }: Place): Pick<Problem, 'message' | 'hint'> | undefined {
  const [whole, slug, id] = LINK.exec(url) ?? []
  if (!whole)
    return
  const target = slug === undefined ? lecture : course.lectures.find(lecture => lecture.slug === slug)
  if (!target) {
    if (existsSync(path.join(course.root, 'public', decodeURI(slug!))))
      return
    const known = course.lectures.map(({ slug }) => slug)
    const hint = `${suggest(slug!, known)}There are: ${known.join(', ')}.`
    return { message: `A link leads to ${url}, but there is no lecture "${slug}".`, hint }
  }
  if (!id || target.slides.some(slide => slide.id === id || String(slide.number) === id))
    return
  const ids = target.slides.map(({ id }) => id)
  return {
    message: `A link leads to ${url}, but the lecture "${target.title}" has no slide "${id}".`,
    hint: suggest(id, ids).trim() || undefined,
  }
}
