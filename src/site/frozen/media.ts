interface Size { width: number, height: number, rem: number }

/**
 * A media query list with all taken out of it that is known of a slide: it stands on a screen of its own size.
 * @returns the rest; `''` where it always holds, undefined where it never does
 */
export function knownMedia(params: string, size: Size): string | undefined {
  const rests = splitTopLevel(params, ',').map(query => knownQuery(query.trim(), size))
  if (rests.includes(''))
    return ''
  const open = rests.filter(rest => rest !== undefined)
  return open.length ? open.join(', ') : undefined
}

function knownQuery(query: string, size: Size): string | undefined {
  const parts = query.toLowerCase().split(/\s+and\s+/)
  // What else has a word between its parentheses is left as it stands.
  if (/\s(?:or|not)\s|^not\s*\(/.test(query))
    return query
  const isNot = /^not\s/.test(parts[0]!)
  const rest: string[] = []
  let holds = true
  for (const part of parts) {
    const type = part.replace(/^(?:not|only)\s+/, '')
    const known = type.startsWith('(') ? knownFeature(type, size) : type === 'all' || type === 'screen'
    if (known === undefined)
      rest.push(type)
    else
      holds &&= known
  }
  if (isNot)
    return negated(query, { holds, isOpen: rest.length > 0 })
  return holds ? rest.join(' and ') : undefined
}

function negated(query: string, { holds, isOpen }: { holds: boolean, isOpen: boolean }): string | undefined {
  if (!holds)
    return ''
  return isOpen ? query : undefined
}

/** Whether a condition on the size holds; undefined for other conditions. */
function knownFeature(condition: string, size: Size): boolean | undefined {
  const inner = condition.slice(1, -1).trim()
  const orientation = /^orientation\s*:\s*(\w+)$/.exec(inner)?.[1]
  if (orientation)
    return (orientation === 'landscape') === (size.width >= size.height)
  const [, bound, side, value] = /^(min|max)-(width|height)\s*:\s*(\S+)$/.exec(inner) ?? []
  if (side) {
    const limit = pixels(value!, size)
    return limit === undefined ? undefined : compare(size[side as 'width'], bound === 'min' ? '>=' : '<=', limit)
  }
  const range = /^(?:(\S+?)\s*(<=?|>=?)\s*)?(width|height)(?:\s*(<=?|>=?|=)\s*([^\s=]+))?$/.exec(inner)
  if (!range || !(range[2] || range[4]))
    return undefined
  const [, left, before, name, after, right] = range
  const own = size[name as 'width']
  const low = left === undefined ? undefined : pixels(left, size)
  const high = right === undefined ? undefined : pixels(right, size)
  if ((left !== undefined && low === undefined) || (right !== undefined && high === undefined))
    return undefined
  return (low === undefined || compare(low, before!, own)) && (high === undefined || compare(own, after!, high))
}

function compare(a: number, operator: string, b: number): boolean {
  switch (operator) {
    case '<': return a < b
    case '<=': return a <= b
    case '>': return a > b
    case '>=': return a >= b
    default: return a === b
  }
}

function pixels(value: string, { rem }: Size): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)(px|rem|em)?$/.exec(value) ?? []
  if (number === undefined)
    return undefined
  return Number(number) * (unit === 'rem' || unit === 'em' ? rem : 1)
}

/** Parts of a text between separators that stand in no parentheses. */
function splitTopLevel(text: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(')
      depth++
    else if (text[i] === ')')
      depth--
    if (text[i] !== separator || depth)
      continue
    parts.push(text.slice(from, i))
    from = i + 1
  }
  return [...parts, text.slice(from)]
}
