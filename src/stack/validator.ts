import { didYouMean } from '../core/did-you-mean.ts'

/** The way from the whole to a part of an author's data: keys, and positions from 0. */
export type DataPath = readonly (string | number)[]

/** What is wrong with a part of an author's data, and what to do about it. */
export interface DataProblem {
  path: DataPath
  message: string
  hint?: string
}

export const MAX_COUNT = 24
/** Longer lists of names are no help. */
const MAX_NAMES = 30

export type Validator = ReturnType<typeof createValidator>

/** Reads parts of unknown data and collects what is wrong with them; each reader returns something usable. */
export function createValidator() {
  const problems: DataProblem[] = []

  function add(path: DataPath, message: string, hint?: string): void {
    problems.push({ path, message, hint })
  }

  function expected(path: DataPath, what: string, came: unknown, hint?: string): void {
    const state = came === undefined ? 'is missing' : `is ${shown(came)}`
    add(path, `${capital(place(path))} must be ${what}, but ${state}.`, hint)
  }

  /** A mapping with some of the keys. */
  function record(
    input: unknown,
    path: DataPath,
    what: string,
    keys: readonly string[],
    hint?: string,
  ): Record<string, unknown> | undefined {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      expected(path, what, input, hint)
      return undefined
    }
    for (const [key, value] of Object.entries(input)) {
      if (!keys.includes(key))
        add([...path, key], `${capital(place(path))} has no key ${shown(key)}.`, keyHint(key, value, keys))
    }
    return input as Record<string, unknown>
  }

  /** A mapping with any keys; an empty one where it is none. */
  function mapping(input: unknown, path: DataPath, what: string, hint?: string): Record<string, unknown> {
    if (typeof input === 'object' && input !== null && !Array.isArray(input))
      return input as Record<string, unknown>
    expected(path, what, input, hint)
    return {}
  }

  function list(input: unknown, path: DataPath, what: string, hint?: string): unknown[] {
    if (Array.isArray(input))
      return input
    expected(path, what, input, hint)
    return []
  }

  function filledList(input: unknown, path: DataPath, what: string, hint?: string): unknown[] {
    const items = list(input, path, what, hint)
    if (Array.isArray(input) && !items.length)
      add(path, `${capital(place(path))} must be ${what}, but is empty.`, hint)
    return items
  }

  function text(input: unknown, path: DataPath): string | undefined {
    if (input === undefined || input === null)
      return undefined
    if ((typeof input === 'string' && input.trim()) || typeof input === 'number')
      return String(input).trim()
    expected(path, 'text', input)
    return undefined
  }

  function requiredText(input: unknown, path: DataPath, hint?: string): string {
    if (input === undefined || input === null)
      expected(path, 'text', undefined, hint)
    return text(input, path) ?? ''
  }

  function flag(input: unknown, path: DataPath): boolean {
    if (typeof input !== 'boolean')
      expected(path, 'true or false', input)
    return input === true
  }

  function count(input: unknown, path: DataPath): number {
    if (Number.isInteger(input) && Number(input) >= 1 && Number(input) <= MAX_COUNT)
      return Number(input)
    expected(path, `a whole number from 1 to ${MAX_COUNT}`, input)
    return 1
  }

  /** One of some words; `others` says in words what else may stand there. */
  function oneOf<T extends string>(input: unknown, path: DataPath, words: readonly T[], others?: string): T {
    const found = words.find(word => word === input)
    if (found === undefined)
      expected(path, alternatives([...words.map(shown), ...others ? [others] : []]), input, nearest(input, words))
    return found ?? words[0]!
  }

  /** A name that no table has; the hint gives the nearest one and, for short tables, all. */
  function unknownName(input: unknown, path: DataPath, what: string, names: readonly string[]): void {
    const named = `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}`
    const hint = suggestion(input, names, 'There are')
    if (typeof input === 'string')
      add(path, `${capital(place(path))} is ${shown(input)}, which is not ${named}.`, hint)
    else
      expected(path, named, input, hint)
  }

  return { problems, add, record, mapping, list, filledList, text, requiredText, flag, count, oneOf, unknownName }
}

function keyHint(key: string, value: unknown, keys: readonly string[]): string | undefined {
  // What a comma cuts off of a text looks like a key without a value.
  return value === null
    ? `A text with a comma in it needs quotes: "…, ${key}".`
    : suggestion(key, keys, 'The keys are')
}

function suggestion(name: unknown, names: readonly string[], list: string): string | undefined {
  const all = names.length && names.length <= MAX_NAMES ? `${list}: ${names.join(', ')}.` : undefined
  return [nearest(name, names), all].filter(Boolean).join(' ') || undefined
}

function nearest(name: unknown, names: readonly string[]): string | undefined {
  const meant = typeof name === 'string' ? didYouMean(name, names) : undefined
  return meant === undefined ? undefined : `Did you mean ${shown(meant)}?`
}

/** `a or b`, `a, b or c`; where the last begins with "or" by itself, `a, b, or c`. */
function alternatives(words: readonly string[]): string {
  return words.join(', ').replace(/, (?!or )([^,]*)$/, ' or $1')
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
const MEMBERS: Record<string, string> = {
  stacks: 'stack',
  layers: 'layer',
  children: 'child',
  columns: 'column',
  arrows: 'arrow',
  steps: 'step',
}

/** Where a part is, in words: `kind` of layer 3 of stack 1, counted from 1. */
function place(path: DataPath): string {
  const parts = path.map((part, index) => {
    if (typeof part === 'number')
      return `${memberName(path, index)} ${part + 1}`
    return index + 1 < path.length ? undefined : `\`${part}\``
  })
  return parts.filter(part => part !== undefined).reverse().join(' of ') || 'the diagram'
}

/** What a member of a list is called, by the list or, in a list of lists, by the one around it. */
function memberName(path: DataPath, index: number): string {
  const list = path[index - 1]
  if (typeof list === 'string')
    return MEMBERS[list] ?? 'part'
  return path[index - 2] === 'steps' ? 'id' : 'layer'
}

function capital(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}
