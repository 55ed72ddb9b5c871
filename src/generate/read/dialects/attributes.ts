export interface Attributes {
  /** Values by lower-case name; an attribute without a value has its own name as value. */
  values: Record<string, string>
  classes: string[]
  /** Values without a name, in their order. */
  plain: string[]
}

const ATTRIBUTE = new RegExp([
  // name="value", name='value', name={value}, name=value
  String.raw`(?<name>[\w:@-][\w:@.-]*)\s*=\s*(?:`,
  String.raw`"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>(?:[^'\\]|\\.)*)'|`,
  String.raw`\{(?<braced>[^{}]*)\}|(?<bare>[^\s"'{}>,]+))`,
  // "value", 'value', .class, #id, word
  String.raw`|"(?<quoted>(?:[^"\\]|\\.)*)"|'(?<quotedSingle>(?:[^'\\]|\\.)*)'`,
  String.raw`|\.(?<className>[\w-]+)|#(?<id>[\w:.-]+)|(?<word>[^\s"'{}=,]+)`,
].join(''), 'g')

/** Attributes as tags, shortcodes and pandoc write them: `title="x" .class #id {value} word`. */
export function readAttributes(text: string): Attributes {
  const found: Attributes = { values: {}, classes: [], plain: [] }
  for (const { groups = {} } of text.matchAll(ATTRIBUTE)) {
    if (groups.name !== undefined)
      found.values[groups.name.toLowerCase()] = valueOf(groups)
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

function valueOf({ double, single, braced, bare }: Record<string, string | undefined>): string {
  const value = double ?? single ?? unquoted(braced) ?? bare ?? ''
  return value.replace(/\\(["'])/g, '$1')
}

function unquoted(expression: string | undefined): string | undefined {
  return expression?.trim().replace(/^(["'`])(.*)\1$/s, '$2')
}

/** The first of several attributes that has a value. */
export function firstValue({ values }: Attributes, ...names: string[]): string | undefined {
  return names.map(name => values[name]).find(value => value)
}
