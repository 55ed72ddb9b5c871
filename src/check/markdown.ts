import type { Problem } from '../core/errors.ts'
import type { Course, Slide } from '../course/course.ts'
import type { TextProblem } from '../markdown/blocks.ts'
import type { Tag } from '../markdown/tags.ts'
import type { OwnKinds } from '../stack/kinds.ts'
import type { ComponentNames } from './component-names.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { didYouMean } from '../core/did-you-mean.ts'
import { displayPath, ruled } from '../core/errors.ts'
import { blockProblems } from '../markdown/blocks.ts'
import { fenceLanguage, isFenceLanguage, nearestLanguage } from '../markdown/fence-languages.ts'
import { readFences } from '../markdown/read-fences.ts'
import { readTags, scriptNames, unmatchedTags } from '../markdown/tags.ts'
import { stackFenceProblems } from '../stack/fence.ts'
import { readCourseKinds } from '../stack/own-kinds.ts'
import { slideTagProblems } from '../stack/tags.ts'
import { readComponentNames } from './component-names.ts'

/** What in the Markdown of a course's slides would break the build, or be lost without a word. */
export async function markdownProblems(course: Course): Promise<Problem[]> {
  const components = await readComponentNames(course)
  const ownLanguages = existsSync(path.join(course.root, 'setup', 'shiki.ts'))
  const slides = course.lectures.flatMap(({ slides }) => slides)
  const { kinds, problems } = readCourseKinds(course.headmatter.kinds)
  return [
    ...problems.map(({ message, hint }) => ({ message, hint, file: course.entry, line: 1, rule: 'diagram' })),
    ...slides.flatMap(slide => checkSlideMarkdown(slide, { components, ownLanguages, kinds })),
  ]
}

/** Icons that are not installed: a slide is shown without them. */
export async function missingIcons(course: Course): Promise<Problem[]> {
  const components = await readComponentNames(course)
  const sets = new Map<string, Problem>()
  for (const { content, file, line } of course.lectures.flatMap(({ slides }) => slides)) {
    for (const tag of readTags(content, line)) {
      const set = components.missingIcons(tag.name)
      if (set === undefined || sets.has(set))
        continue
      const message = `The icons "${set}" are not installed, so <${tag.name}> shows nothing.`
      const hint = `Run: npm install --prefix ${displayPath(course.root)} @iconify-json/${set}.`
      sets.set(set, { message, hint, file, line: tag.line })
    }
  }
  return [...sets.values()]
}

export interface SlideChecks {
  components: ComponentNames
  /** Whether the course brings languages of its own, which are then not checked. */
  ownLanguages?: boolean
  /** Kinds of layers that all diagrams of the course have. */
  kinds?: OwnKinds
}

/** The problems of one slide, in the order of its lines. */
export function checkSlideMarkdown(
  { content, file, line }: Pick<Slide, 'content' | 'file' | 'line'>,
  { components, ownLanguages = false, kinds }: SlideChecks,
): Problem[] {
  return [
    ...ruled('block', blockProblems(content, line)),
    ...fenceProblems(content, line, { ownLanguages, kinds }),
    ...tagProblems(content, line, components),
    ...ruled('diagram', slideTagProblems(content, line, kinds)),
  ].sort((a, b) => a.line - b.line).map(problem => ({ ...problem, file }))
}

function fenceProblems(
  content: string,
  firstLine: number,
  { ownLanguages, kinds }: Omit<SlideChecks, 'components'>,
): TextProblem[] {
  return readFences(content, firstLine).flatMap(({ info, code, closed, line }): TextProblem[] => {
    if (!closed) {
      const message = 'This code block is not closed: it takes the rest of the lecture.'
      return [{ message, hint: 'Write a line with the same marks where it ends.', line, rule: 'unclosed' }]
    }
    const language = fenceLanguage(info)
    if (language === 'mermaid' && !code.trim()) {
      const hint = 'Write the diagram, or remove the block.'
      return [{ message: 'This Mermaid diagram has no text.', hint, line, rule: 'diagram' }]
    }
    if (language === 'stack') {
      return stackFenceProblems(code, { line: line + 1 }, kinds)
        .map(problem => ({ ...problem, line: problem.line ?? line, rule: 'diagram' }))
    }
    if (!language || ownLanguages || isFenceLanguage(language))
      return []
    const nearest = nearestLanguage(language)
    const hint = `${nearest ? `Did you mean ${nearest}? ` : ''}Write text for what is not code.`
    return [{ message: `There is no language "${language}" for a code block.`, hint, line, rule: 'unknown-language' }]
  })
}

function tagProblems(content: string, firstLine: number, components: ComponentNames): TextProblem[] {
  const tags = readTags(content, firstLine)
  const own = new Set(scriptNames(content))
  const elements = new Set(tags.map(({ name }) => name))
  const isKnown = (name: string) => name.includes(':') || components.isKnown(name, elements) || own.has(name)
    || components.missingIcons(name) !== undefined
  const isAstray = (name: string) => !isKnown(name)
    && (components.isComplete || didYouMean(name, components.names) !== undefined)
  const unknown = tags.filter(({ name, type }) => type !== 'close' && isAstray(name))
  const unmatched = unmatchedTags(tags).filter(({ name }) => isKnown(name))
  return [
    ...ruled('unknown-component', unknown.map(({ name, line }) =>
      ({ ...unknownComponent(name, components.names), line }))),
    ...ruled('unclosed', unmatched.map(unmatchedTag)),
  ]
}

function unmatchedTag({ name, type, line }: Tag): TextProblem {
  if (type !== 'open')
    return { message: `This </${name}> closes nothing.`, hint: 'Remove it, or write the tag that opens it.', line }
  const hint = `Write </${name}> where it ends, or \`<${name}>\` for text.`
  return { message: `The tag <${name}> is not closed.`, hint, line }
}

function unknownComponent(name: string, names: readonly string[]): Pick<Problem, 'message' | 'hint'> {
  const nearest = didYouMean(name, names)
  const put = nearest ? `Did you mean <${nearest}>? Else put` : 'Put'
  return {
    message: `There is no component <${name}>.`,
    hint: `${put} ${name}.vue into components/; for text write \`<${name}>\` or \\<${name}>.`,
  }
}
