import type { TextProblem } from '../markdown/blocks.ts'
import type { StackData } from './data.ts'
import type { OwnKinds } from './kinds.ts'
import type { Element, Expression, Syntax } from './literal.ts'
import type { DataPath } from './validator.ts'
import { vueCompiler } from '../core/vue-compiler.ts'
import { readTags } from '../markdown/tags.ts'
import { isDiagramKey, readStackData } from './data.ts'
import { literalPart, literalValue, NotLiteral } from './literal.ts'
import { stackHtml } from './svg.ts'

/** A tag `<StackDiagram>` in the template of a component; offsets and lines are those of the component. */
interface StackTag {
  start: number
  end: number
  /** There only when nothing is wrong. */
  data?: StackData
  /** Attributes that are no data, as they are written. */
  others: string[]
  problems: TextProblem[]
}

/** An attribute with data of the diagram, and on which line a part of that stands. */
interface DataAttribute { name: string, value: unknown, lineOf: (path: DataPath) => number }

type Attribute = DataAttribute | { other: string } | { problem: TextProblem }

// What `stackHtml` has drawn begins with the drawing.
const UNDRAWN = /<(?:StackDiagram|stack-diagram)(?=[\s/>])(?! :drawing=)/

/** Whether a component may have diagrams that are not drawn yet. */
export function hasStackTags(component: string): boolean {
  return UNDRAWN.test(component)
}

/** What is wrong with the diagrams in the template of a component, each with its line. */
export function stackTagProblems(component: string, firstLine = 1, kinds?: OwnKinds): TextProblem[] {
  return readStackTags(component, kinds)
    .flatMap(({ problems }) => problems.map(problem => ({ ...problem, line: problem.line + firstLine - 1 })))
    .sort((a, b) => a.line - b.line)
}

/** The same for the tags in a slide's Markdown. */
export function slideTagProblems(markdown: string, firstLine = 1, kinds?: OwnKinds): TextProblem[] {
  return readTags(markdown, firstLine)
    .filter(({ source }) => UNDRAWN.test(source))
    .flatMap(({ source, line }) => stackTagProblems(`<template>${source}</template>`, line, kinds))
}

/**
 * A component, or a slide that has become one, with the diagrams in its template drawn.
 * @throws Error with the first problem
 */
export function drawStackTags(component: string, kinds?: OwnKinds, language?: string): string {
  const drawn = new (vueCompiler().MagicString)(component)
  for (const { start, end, data, others, problems } of readStackTags(component, kinds)) {
    if (!data)
      throw new Error(problems[0]!.message)
    drawn.overwrite(start, end, stackHtml(data, others, language))
  }
  return drawn.toString()
}

function readStackTags(component: string, kinds?: OwnKinds): StackTag[] {
  const { template } = vueCompiler().parse(component, { sourceMap: false }).descriptor
  return stackElements(template?.ast?.children ?? []).map(element => readStackTag(element, kinds))
}

// What Vue's compiler calls components, and attributes without an expression.
const COMPONENT = 1
const ATTRIBUTE = 6

function stackElements(nodes: readonly object[]): Element[] {
  const elements = nodes.filter((node): node is Element => 'tag' in node)
  return elements.flatMap(element => element.tagType === COMPONENT && element.loc.source.search(UNDRAWN) === 0
    ? [element]
    : stackElements(element.children))
}

function readStackTag({ props, loc }: Element, kinds?: OwnKinds): StackTag {
  const attributes = props.map(readAttribute)
  const found = attributes.filter(attribute => 'name' in attribute)
  const tag = {
    start: loc.start.offset,
    end: loc.end.offset,
    others: attributes.flatMap(attribute => 'other' in attribute ? [attribute.other] : []),
  }
  const unread = attributes.flatMap(attribute => 'problem' in attribute ? [attribute.problem] : [])
  if (unread.length)
    return { ...tag, problems: unread }
  const { data, problems } = readStackData(
    Object.fromEntries(found.map(({ name, value }) => [name, value])),
    kinds,
  )
  const lineOf = ([key, ...path]: DataPath) => found.find(({ name }) => name === key)?.lineOf(path) ?? loc.start.line
  return { ...tag, data, problems: problems.map(({ path, ...problem }) => ({ ...problem, line: lineOf(path) })) }
}

function readAttribute(attribute: Element['props'][number]): Attribute {
  const { source, start: { line } } = attribute.loc
  if (attribute.type === ATTRIBUTE) {
    const { name, value } = attribute
    return isDiagramKey(name)
      ? { name, value: value?.content ?? '', lineOf: () => line }
      : { other: source }
  }
  const { name, arg, exp } = attribute
  const key = arg && 'isStatic' in arg && arg.isStatic ? arg.content : undefined
  if (name !== 'bind' || (key !== undefined && !isDiagramKey(key)))
    return { other: source }
  return key !== undefined && exp && 'content' in exp
    ? readBinding(key, exp)
    : { problem: notLiteral(`\`${source}\``, line) }
}

function readBinding(name: string, { ast, content, loc }: Expression): Attribute {
  if (!ast)
    return { problem: notLiteral(`\`${content}\` in \`:${name}\``, loc.start.line) }
  // Vue has put the expression into brackets before it was read.
  const textBetween = (start = 1, end = 1) => content.slice(start - 1, end - 1)
  const lineOf = ({ start }: Syntax) => loc.start.line + textBetween(1, start ?? 1).split('\n').length - 1
  try {
    return { name, value: literalValue(ast), lineOf: path => lineOf(literalPart(ast, path)) }
  }
  catch (error) {
    if (!(error instanceof NotLiteral))
      throw error
    const { start, end } = error.syntax
    return { problem: notLiteral(`\`${textBetween(start ?? 1, end ?? 1)}\` in \`:${name}\``, lineOf(error.syntax)) }
  }
}

function notLiteral(what: string, line: number): TextProblem {
  return {
    message: `A stack diagram is drawn in the build, so its data must be literal: ${what} is not.`,
    hint: 'Write the values themselves, or write the diagram as a fence with ```stack.',
    line,
  }
}
