import type { Block } from './blocks.ts'
import { escapeHtml } from '../core/escape.ts'
import { readBlocks } from './blocks.ts'
import { readChoices } from './choices.ts'
import { scanMarkdown } from './fences.ts'
import { plainText } from './plain-text.ts'

/**
 * Writes the blocks and alerts of a slide's Markdown as components, with Markdown inside.
 * A question that begins a slide without a heading becomes the slide's title.
 */
export function expandBlocks(markdown: string): string {
  const titled = titleQuestion(markdown)
  return expand(markdown, titled)
}

/** The block whose question is the title of its slide, if there is one. */
function titleQuestion(markdown: string): Block | undefined {
  const { lines, isText } = scanMarkdown(markdown)
  const first = lines.findIndex((line, i) => isText[i] && line.trim())
  const [block] = readBlocks(markdown).blocks
  const hasHeading = lines.some((line, i) => isText[i] && /^ {0,3}#{1,6}\s/.test(line))
  return block?.kind === 'question' && block.start === first && !hasHeading ? block : undefined
}

function expand(markdown: string, titled?: Block): string {
  const { blocks } = readBlocks(markdown)
  if (!blocks.length)
    return markdown
  const lines = markdown.split(/\r?\n/)
  const result: string[] = []
  let next = 0
  for (const block of blocks) {
    result.push(...lines.slice(next, block.start))
    if (result.at(-1)?.trim())
      result.push('')
    result.push(...component(block, block.start === titled?.start).map(line => line && block.indent + line))
    next = block.end + 1
    if (lines[next]?.trim())
      result.push('')
  }
  return [...result, ...lines.slice(next)].join('\n')
}

function component(block: Block, isTitle: boolean): string[] {
  return block.kind === 'question' ? question(block, isTitle) : callout(block)
}

function callout({ kind, title, body }: Block): string[] {
  const titleSlot = title ? slot('title', titleMarkdown(title)) : []
  return ['', `<Callout kind="${kind}">`, ...titleSlot, ...content(body), '</Callout>', '']
}

function question({ title, options, body }: Block, isTitle: boolean): string[] {
  const { choices, rest } = readChoices(body)
  const data = choices.map(({ text, right }) => ({ text: plainText(text), right }))
  const attributes = [
    ...options.think ? [` :think="${Number(options.think)}"`] : [],
    ...options.withheld ? [' withheld'] : [],
    ...choices.length ? [` :choices="${escapeHtml(JSON.stringify(data))}"`] : [],
  ]
  return [
    '',
    `<QuestionAnswer${attributes.join('')}>`,
    ...slot('question', `${isTitle ? '#' : '##'} ${titleMarkdown(title)}`),
    ...choices.flatMap(({ text }, i) => slot(`choice-${i + 1}`, text)),
    ...content(rest),
    '</QuestionAnswer>',
    '',
  ]
}

function slot(name: string, markdown: string): string[] {
  return ['', `<template v-slot:${name}>`, '', ...markdown.split('\n'), '', '</template>', '']
}

function content(body: string): string[] {
  const expanded = expand(body)
  return expanded.trim() ? ['', ...expanded.split('\n'), ''] : []
}

const CODE_SPAN = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g

/** A title is Markdown without HTML: outside of code, angle brackets and double braces stand for themselves. */
function titleMarkdown(title: string): string {
  let result = ''
  let next = 0
  for (const code of title.matchAll(CODE_SPAN)) {
    result += escapeText(title.slice(next, code.index)) + code[0]
    next = code.index + code[0].length
  }
  return result + escapeText(title.slice(next))
}

function escapeText(text: string): string {
  return text.replace(/</g, '&lt;').replace(/\{\{/g, '<span v-pre>{{</span>')
}
