import type { PhrasingContent } from 'mdast'
import type { Scanner } from '../dialects/scanner.ts'
import { toString } from 'mdast-util-to-string'
import { readAttributes } from '../dialects/attributes.ts'
import { restore, splitAtMarks } from '../dialects/placeholders.ts'
import { isHtmlName } from '../tag-names.ts'

/** A tag that is not yet closed; `at` is its place in what is done, where it stands as text until then. */
interface Open { name: string, raw: string, at: number }

/** Text with what its marks stand for, and with nodes in place of tags. */
export function inlineContent(nodes: readonly PhrasingContent[], scanner: Scanner, lines: [number, number]): PhrasingContent[] {
  const leave = (what: string, why: string) => scanner.leftOut.push({ lines: [...lines], what, why })
  const open: Open[] = []
  const done: PhrasingContent[] = []
  for (const node of nodes) {
    if (node.type === 'text') {
      done.push(...textOf(node.value, done.at(-1), scanner))
    }
    else if (node.type === 'html') {
      tag(node.value)
    }
    else {
      if ('children' in node)
        node.children = inlineContent(node.children, scanner, lines) as never
      done.push(node)
    }
  }
  while (open.length)
    unclosed(open.pop()!)
  return joined(done)

  function tag(value: string): void {
    const raw = restore(value, scanner.marks)
    const [begin = '', slash, name = ''] = /^<(\/?)([a-z][\w.:-]*)/i.exec(raw) ?? []
    const attributes = raw.slice(begin.length).replace(/\/?>$/, '')
    if (!name) {
      leave(raw, raw.startsWith('<!--') ? 'a comment' : 'a tag that shows nothing')
    }
    else if (slash) {
      const at = open.findLastIndex(tag => tag.name === name)
      if (at < 0)
        return isHtmlName(name) || /^[A-Z]/.test(name) ? void leave(raw, 'a tag without its other end') : void done.push({ type: 'text', value: raw })
      while (open.length > at + 1)
        unclosed(open.pop()!)
      const begun = open.pop()!
      const children = done.splice(begun.at + 1)
      done.splice(begun.at, 1, ...element(begun, joined(children), raw))
    }
    else if (raw.endsWith('/>') || /^(?:br|img|hr|wbr|input)$/i.test(name)) {
      empty(raw, name.toLowerCase(), attributes)
    }
    else {
      open.push({ name, raw, at: done.length })
      done.push({ type: 'text', value: raw })
    }
  }

  function empty(raw: string, name: string, attributes: string): void {
    const { values } = readAttributes(attributes)
    if (name === 'br')
      done.push({ type: 'break' })
    else if (values.src)
      done.push({ type: 'image', url: values.src, alt: values.alt ?? '', title: values.title ?? null })
    if (!/^<br\s*\/?>$/i.test(raw))
      leave(raw, values.src ? 'shown as a picture' : 'a tag that shows nothing')
  }

  function element({ name, raw }: Open, children: PhrasingContent[], end: string): PhrasingContent[] {
    const { values } = readAttributes(raw.slice(name.length + 1, -1))
    const lower = name.toLowerCase()
    if (/^(?:kbd|sub|sup|mark|u|small)$/.test(lower)) {
      if (raw !== `<${lower}>`)
        leave(raw, 'attributes of a tag')
      return [{ type: 'html', value: `<${lower}>` }, ...children, { type: 'html', value: `</${lower}>` }]
    }
    leave(raw + end, 'a tag around words that are shown')
    if (/^(?:strong|b)$/.test(lower))
      return [{ type: 'strong', children }]
    if (/^(?:em|i|cite|dfn)$/.test(lower))
      return [{ type: 'emphasis', children }]
    if (/^(?:del|s|strike)$/.test(lower))
      return [{ type: 'delete', children }]
    if (/^(?:code|samp|tt)$/.test(lower) && children.every(child => child.type === 'text'))
      return [{ type: 'inlineCode', value: toString(children) }]
    if (lower === 'a' && values.href && children.length)
      return [{ type: 'link', url: values.href, title: values.title ?? null, children: children as never }]
    return children
  }

  /** A name in angle brackets is text, unless HTML has an element of that name. */
  function unclosed({ name, raw, at }: Open): void {
    if (isHtmlName(name) && name.length > 1) {
      leave(raw, 'a tag without its other end')
      done[at] = { type: 'text', value: '' }
    }
  }
}

function textOf(value: string, before: PhrasingContent | undefined, scanner: Scanner): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  splitAtMarks(value).forEach((part, i) => {
    const mark = i % 2 ? scanner.marks[Number(part)] : undefined
    if (!mark) {
      const text = restore(part, scanner.marks)
      if (text)
        nodes.push({ type: 'text', value: text })
    }
    else if (mark.type === 'text') {
      nodes.push({ type: 'text', value: mark.text })
    }
    else if (mark.type === 'attributes') {
      const picture = nodes.at(-1) ?? before
      // Pandoc writes a span in brackets before its attributes.
      if (picture?.type === 'text' && picture.value.endsWith(']'))
        picture.value = picture.value.replace(/\[([^\][]*)\]$/, '$1')
      if (picture?.type === 'image' && mark.attributes.alt) {
        if (picture.alt && picture.alt !== mark.attributes.alt)
          picture.title = [picture.alt, picture.title].filter(Boolean).join(' ')
        picture.alt = mark.attributes.alt
      }
      scanner.leaveOut({ number: mark.line }, mark.raw.trim(), 'attributes')
    }
    else {
      scanner.leaveOut({ number: mark.line }, mark.raw.trim(), mark.type === 'drop' ? mark.why : 'a mark in a line')
    }
  })
  return nodes
}

function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', value: last.value + node.value }
    else if (node.type !== 'text' || node.value)
      result.push(node)
  }
  return result
}
