import type { Sentence } from './error-sentences.ts'
import type { Schema } from './stack-schema.ts'
import { en } from '../language/words/en.ts'
import { calloutKindNames } from '../shared/callout-kinds.ts'
import { STACK_KIND_NAMES, STACK_PATTERNS, STACK_TONES, stackKindLook } from '../stack/kinds.ts'
import { errorsParts } from './errors-page.ts'
import { frontMatterSchema } from './front-matter-schema.ts'

/** A page of the guide that is made from tables of the code, by its path below `docs/`. */
export type ReferencePages = Readonly<Record<string, string>>

const MADE = 'Made from the tables in the code.'

/**
 * Pages of the reference.
 * @param made.helps what `docent NAME --help` prints, by command
 * @param made.layouts the comment at the top of each layout, by name
 * @param made.sentences what commands say where something is wrong
 */
export function referencePages({ helps, layouts, sentences }: {
  helps: Record<string, string>
  layouts: Record<string, string>
  sentences: readonly Sentence[]
}): ReferencePages {
  return {
    'reference/commands.md': commandsPage(helps),
    'reference/headmatter.md': frontMatterPage(),
    'reference/blocks.md': blocksPage(),
    'reference/layouts.md': layoutsPage(layouts),
    'reference/errors.md': errorsPage(sentences),
  }
}

function commandsPage(helps: Record<string, string>): string {
  const parts = Object.entries(helps).map(([name, help]) => `## ${name}\n\n\`\`\`text\n${help.trim()}\n\`\`\``)
  const typed = 'In a course, `npm run build -- --only intro` is `npx docent build --only intro`.'
  return page('Commands', [typed, ...parts])
}

function frontMatterPage(): string {
  return page('Headmatter and front matter', [
    'The headmatter stands at the top of `slides.md`, front matter at the top of a slide; the first slide of a lecture '
    + 'has also what belongs to the whole lecture. Editors complete both by the JSON schemas of the package. What '
    + 'Slidev reads besides is in its own guide.',
    '## Of the course',
    keysTable(frontMatterSchema(true)),
    '## Of a lecture or a slide',
    keysTable(frontMatterSchema(false)),
  ])
}

function keysTable(schema: Schema): string {
  const rows = Object.entries(schema.properties as Record<string, Schema>)
    .filter(([, { description }]) => description)
    .map(([key, { description }]) => `| \`${key}\` | ${String(description).replace(/\|/g, '\\|')} |`)
  return ['| key | what it is |', '| --- | --- |', ...rows].join('\n')
}

function blocksPage(): string {
  const kinds = STACK_KIND_NAMES.filter(name => stackKindLook(name)?.words)
    .map(name => `| \`${name}\` | ${stackKindLook(name)!.words} |`)
  const callouts = calloutKindNames.map(name => `| \`:::${name}\` | ${en.callouts[name]} |`)
  return page('Blocks and layers', [
    '## Callouts',
    ['| block | without a title it says |', '| --- | --- |', ...callouts].join('\n'),
    '## Kinds of layers',
    'A layer needs none. Those that are there by themselves:',
    ['| kind | what a listener hears |', '| --- | --- |', ...kinds].join('\n'),
    `Tones: ${list(STACK_TONES)}. Patterns of an own kind: ${list(STACK_PATTERNS)}.`,
  ])
}

function layoutsPage(layouts: Record<string, string>): string {
  const parts = Object.entries(layouts).map(([name, comment]) => `## ${name}\n\n${comment}`)
  return page('Layouts', ['Besides those of Slidev and of a theme:', ...parts])
}

function errorsPage(sentences: readonly Sentence[]): string {
  return page('What errors say', [
    'Each sentence that a command says where something is wrong, and what to do then; words in *italics* stand for '
    + 'what differs from case to case. What the check says in a browser of what is seen there is among '
    + '[its rules](../check-rules.md).',
    ...errorsParts(sentences),
  ])
}

function list(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(', ')
}

function page(title: string, parts: readonly string[]): string {
  return [`# ${title}`, MADE, ...parts, ''].join('\n\n').replace(/\n+$/, '\n')
}
