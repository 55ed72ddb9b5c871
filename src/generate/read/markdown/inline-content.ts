import type { PhrasingContent } from 'mdast'
import type { Omission } from '../../document.ts'
import type { Placeholder } from '../dialects/placeholders.ts'
import type { NormalizedMarkdown } from './normalize.ts'
import { restoreSource, splitAtPlaceholders } from '../dialects/placeholders.ts'
import { omit } from '../omit.ts'
import { InlineTags } from './inline-tags.ts'

/** Text with what its placeholders stand for, and with nodes in place of tags. */
export function inlineContent(
  nodes: readonly PhrasingContent[],
  normalized: NormalizedMarkdown,
  lines: [number, number],
): PhrasingContent[] {
  const { placeholders, omitted } = normalized
  const content = new InlineTags(omitted, lines)
  for (const node of nodes) {
    if (node.type === 'text') {
      content.add(...textOf(node.value, content.last, placeholders, omitted))
    }
    else if (node.type === 'html') {
      content.addTag(restoreSource(node.value, placeholders))
    }
    else {
      if ('children' in node)
        node.children = inlineContent(node.children, normalized, lines) as never
      content.add(node)
    }
  }
  return content.finish()
}

/** @param before the node before the text, to which attributes at its start belong */
function textOf(
  value: string,
  before: PhrasingContent | undefined,
  placeholders: readonly Placeholder[],
  omitted: Omission[],
): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  splitAtPlaceholders(value).forEach((part, i) => {
    const placeholder = i % 2 ? placeholders[Number(part)] : undefined
    if (!placeholder) {
      const text = restoreSource(part, placeholders)
      if (text)
        nodes.push({ type: 'text', value: text })
      return
    }
    const { type, line, raw } = placeholder
    if (type === 'text') {
      nodes.push({ type: 'text', value: placeholder.text })
    }
    else if (type === 'attributes') {
      applyAttributes(nodes.at(-1) ?? before, placeholder.attributes)
      omit(omitted, line, raw.trim(), 'attributes')
    }
    else {
      omit(omitted, line, raw.trim(), type === 'drop' ? placeholder.why : 'a mark in a line')
    }
  })
  return nodes
}

/** Gives a picture the description that attributes after it say. */
function applyAttributes(node: PhrasingContent | undefined, { alt }: Record<string, string>): void {
  // Pandoc writes a span in brackets before its attributes.
  if (node?.type === 'text' && node.value.endsWith(']'))
    node.value = node.value.replace(/\[([^\][]*)\]$/, '$1')
  if (node?.type === 'image' && alt) {
    if (node.alt && node.alt !== alt)
      node.title = [node.alt, node.title].filter(Boolean).join(' ')
    node.alt = alt
  }
}
