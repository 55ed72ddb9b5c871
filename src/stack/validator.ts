import { closest, distance } from 'fastest-levenshtein'

/** The way from the whole to a part of an author's data: keys, and positions from 0. */
export type DataPath = readonly (string | number)[]

/** What is wrong with a part of an author's data, and what to do about it. */
export interface DataProblem {
  path: DataPath
  message: string
  hint?: string
}

export type DataReport = ReturnType<typeof createReport>

/** Reads parts of unknown data and collects what is wrong with them; each reader returns something usable in any case. */
export function createReport() {
  const problems: DataProblem[] = []

  function add(path: DataPath, message: string, hint?: string): void {
    problems.push({ path, message, hint })
  }

  function expected(path: DataPath, what: string, came: unknown, hint?: string): void {
    add(path, `${capital(place(path))} must be ${what}, but ${came === undefined ? 'is missing' : `is ${shown(came)}`}.`, hint)
  }

  return {
    problems,
    add,

    record(input: unknown, path: DataPath, what: string, keys: readonly string[], hint?: string): Record<string, unknown> | undefined {
      if (typeof input !== 'object' || input === null || Array.isArray(input)) {
        expected(path, what, input, hint)
        return undefined
      }
      for (const key of Object.keys(input)) {
        if (!keys.includes(key))
          add([...path, key], `${capital(place(path))} has no key ${shown(key)}.`, input[key as keyof typeof input] === null ? `A text with a comma in it needs quotes: "…, ${key}".` : suggestion(key, keys, 'The keys are'))
      }
      return input as Record<string, unknown>
    },

    list(input: unknown, path: DataPath, what: string, hint?: string): unknown[] {
      if (Array.isArray(input))
        return input
      expected(path, what, input, hint)
      return []
    },

    filledList(input: unknown, path: DataPath, what: string, hint?: string): unknown[] {
      const list = this.list(input, path, what, hint)
      if (Array.isArray(input) && !list.length)
        add(path, `${capital(place(path))} must be ${what}, but is empty.`, hint)
      return list
    },

    text(input: unknown, path: DataPath): string | undefined {
      if (input === undefined || input === null)
        return undefined
      if ((typeof input === 'string' && input.trim()) || typeof input === 'number')
        return String(input).trim()
      expected(path, 'text', input)
      return undefined
    },

    needText(input: unknown, path: DataPath, hint?: string): string {
      const text = this.text(input, path)
      if (input === undefined || input === null)
        expected(path, 'text', undefined, hint)
      return text ?? ''
    },

    flag(input: unknown, path: DataPath): boolean {
      if (typeof input !== 'boolean')
        expected(path, 'true or false', input)
      return input === true
    },

    count(input: unknown, path: DataPath): number {
      if (Number.isInteger(input) && Number(input) >= 1 && Number(input) <= 24)
        return Number(input)
      expected(path, 'a whole number from 1 to 24', input)
      return 1
    },

    choice<T extends string>(input: unknown, path: DataPath, choices: readonly T[], others?: string): T {
      const found = choices.find(choice => choice === input)
      if (found === undefined)
        expected(path, [...choices.map(shown), ...others ? [others] : []].join(', ').replace(/, (?!or )([^,]*)$/, ' or $1'), input, typeof input === 'string' ? nearest(input, choices) : undefined)
      return found ?? choices[0]!
    },

    /** A name that no table has; the hint gives the nearest one and, for short tables, all. */
    unknownName(input: unknown, path: DataPath, what: string, names: readonly string[]): void {
      if (typeof input === 'string')
        add(path, `${capital(place(path))} is ${shown(input)}, which is no ${what}.`, suggestion(input, names, 'There are'))
      else
        expected(path, `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}`, input, suggestion('', names, 'There are'))
    },
  }
}

function suggestion(name: string, names: readonly string[], list: string): string | undefined {
  const near = nearest(name, names)
  const all = names.length && names.length <= 12 ? `${list}: ${names.join(', ')}.` : undefined
  return [near, all].filter(Boolean).join(' ') || undefined
}

function nearest(name: string, names: readonly string[]): string | undefined {
  if (!name || !names.length)
    return undefined
  const near = closest(name.toLowerCase(), names)
  return distance(name.toLowerCase(), near.toLowerCase()) <= Math.max(2, name.length / 3) ? `Did you mean ${shown(near)}?` : undefined
}

/** A value as people read it, short. */
export function shown(value: unknown): string {
  if (value === null)
    return 'empty'
  if (Array.isArray(value))
    return value.length ? `a list (${short(JSON.stringify(value))})` : 'an empty list'
  if (typeof value === 'object')
    return `a mapping (${short(JSON.stringify(value))})`
  return typeof value === 'string' ? `"${short(value)}"` : short(String(value))
}

function short(text: string): string {
  return text.length > 48 ? `${text.slice(0, 47)}…` : text
}

/** What the members of the lists in a diagram are called. */
const MEMBERS: Record<string, string> = { stacks: 'stack', layers: 'layer', children: 'child', columns: 'column', arrows: 'arrow', steps: 'step' }

/** Where a part is, in words: `kind` of layer 3 of stack 1, counted from 1. */
export function place(path: DataPath): string {
  const parts = path.map((part, index) => {
    if (typeof part === 'string')
      return index + 1 < path.length ? undefined : `\`${part}\``
    const list = path[index - 1]!
    const member = typeof list === 'string' ? MEMBERS[list] : path[index - 2] === 'steps' ? 'id' : 'layer'
    return `${member ?? 'part'} ${part + 1}`
  })
  return parts.filter(part => part !== undefined).reverse().join(' of ') || 'the diagram'
}

function capital(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}
