export interface Attributes {
  /** Values by lower-case name; an attribute without a value has its own name as value. */
  values: Record<string, string>
  classes: string[]
  /** Values without a name, in their order. */
  plain: string[]
}

const part = /(?<name>[\w:@-][\w:@.-]*)\s*=\s*(?:"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>(?:[^'\\]|\\.)*)'|\{(?<braced>[^{}]*)\}|(?<bare>[^\s"'{}>,]+))|"(?<quoted>(?:[^"\\]|\\.)*)"|'(?<quotedSingle>(?:[^'\\]|\\.)*)'|\.(?<className>[\w-]+)|#(?<id>[\w:.-]+)|(?<word>[^\s"'{}=,]+)/g

/** Attributes as tags, shortcodes and pandoc write them: `title="x" .class #id {value} word`. */
export function readAttributes(text: string): Attributes {
  const found: Attributes = { values: {}, classes: [], plain: [] }
  for (const { groups = {} } of text.matchAll(part)) {
    if (groups.name !== undefined)
      found.values[groups.name.toLowerCase()] = (groups.double ?? groups.single ?? unquoted(groups.braced) ?? groups.bare ?? '').replace(/\\(["'])/g, '$1')
    else if (groups.className !== undefined)
      found.classes.push(groups.className)
    else if (groups.id !== undefined)
      found.values.id = groups.id
    else
      found.plain.push(groups.quoted ?? groups.quotedSingle ?? groups.word ?? '')
  }
  for (const name of ['class', 'classname'])
    found.classes.push(...(found.values[name]?.split(/\s+/).filter(Boolean) ?? []))
  return found
}

/** The first of several attributes that has a value. */
export function firstValue({ values }: Attributes, ...names: string[]): string | undefined {
  return names.map(name => values[name]).find(value => value)
}

function unquoted(expression: string | undefined): string | undefined {
  return expression?.trim().replace(/^(["'`])(.*)\1$/s, '$2')
}
