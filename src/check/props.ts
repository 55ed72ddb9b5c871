import type { Problem } from '../core/errors.ts'
import type { SlideText } from './slide-text.ts'
import { readFileSync } from 'node:fs'
import { distance } from 'fastest-levenshtein'
import { readTags } from '../markdown/tags.ts'

const ATTRIBUTE = /\s(?::|v-bind:)?([a-z][\w-]*)(?=[\s=>/])/gi

/**
 * Properties that a component does not read and that are nearly one that it reads. Whatever else is written goes to the
 * element that it draws.
 * @param fileOf the file of a component, by a tag as it is written
 */
export function propProblems(
  { slide: { content, file, line } }: SlideText,
  fileOf: (tag: string) => string | undefined,
): Problem[] {
  if (!/<(?:[A-Z]|[a-z]+-)/.test(content))
    return []
  return readTags(content, line).flatMap(({ name, type, source, line }): Problem[] => {
    const component = type === 'close' ? undefined : fileOf(name)
    const known = component ? propsOf(component) : []
    if (!known.length)
      return []
    // Values are text, and may hold anything.
    const written = source.replace(/"[^"]*"|'[^']*'/g, '""').matchAll(ATTRIBUTE)
    return Array.from(written, ([, attribute]) => attribute!).flatMap((attribute) => {
      const meant = known.includes(camel(attribute)) ? undefined : known.find(prop => isNear(camel(attribute), prop))
      return meant
        ? [{
            message: `<${name}> does not read "${attribute}"; did you mean "${meant}"?`,
            hint: `It reads ${known.join(', ')}.`,
            file,
            line,
            edit: { from: attribute, to: meant },
          }]
        : []
    })
  })
}

function isNear(written: string, prop: string): boolean {
  return written.length > 3 && distance(written.toLowerCase(), prop.toLowerCase()) <= (prop.length > 6 ? 2 : 1)
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

const read = new Map<string, string[]>()

/** The properties that a component declares, as far as they are written out. */
function propsOf(file: string): string[] {
  const known = read.get(file)
  if (known)
    return known
  const props = file.endsWith('.vue') ? declaredProps(readFileSync(file, 'utf8')) : []
  read.set(file, props)
  return props
}

function declaredProps(source: string): string[] {
  const start = /\bdefineProps(?:<\{|\(\{)|\bprops:\s*\{/.exec(source)
  if (!start)
    return []
  const text = source.slice(start.index + start[0].length).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
  let depth = 0
  let top = ''
  for (const sign of text) {
    if ('{[('.includes(sign))
      depth++
    if ('}])'.includes(sign) && --depth < 0)
      break
    top += depth > 0 ? ' ' : sign
  }
  const keys = top.matchAll(/(?:^|[\n,;])\s*(?:readonly\s+)?['"]?([\w-]+)['"]?\??\s*:/g)
  return Array.from(keys, ([, name]) => camel(name!))
}
