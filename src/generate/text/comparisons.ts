import { comparing, either, opposites, versus } from './languages/opposites.ts'
import { anyOf } from './patterns.ts'
import { contentWords, numberOfWords } from './words.ts'

const COMPARED = new RegExp(`(?<!\\p{L})${anyOf([...versus, ...comparing])}(?!\\p{L})`, 'iu')
const VERSUS = new RegExp(`^(?:\\d+[.)]?\\s+)?(.+?)\\s+${anyOf([...versus, ...either])}\\s+(.+)$`, 'iu')
/** Words of something that is compared. */
const MAX_NAME = 5

/** Whether a title says that what stands below it is compared. */
export function isComparison(title: string): boolean {
  return COMPARED.test(title)
}

/** What a title such as "Latency vs. throughput" compares; undefined for any other. */
export function comparedNames(title: string): [string, string] | undefined {
  const [, one, other] = VERSUS.exec(title.trim()) ?? []
  if (!one || !other || isComparison(other) || [one, other].some(name => numberOfWords(name) > MAX_NAME))
    return undefined
  return [one, other].map(name => name[0]!.toUpperCase() + name.slice(1)) as [string, string]
}

/** Whether a text speaks of something, by all words of its name. */
export function names(text: string, name: string): boolean {
  const said = new Set(contentWords(text))
  const wanted = contentWords(name)
  return wanted.length > 0 && wanted.every(word => said.has(word))
}

const pairs = opposites.map(pair => pair.map(list => new RegExp(`^${anyOf(list)}(?:\\(s\\))?\\b`, 'iu')))

/** Whether two titles stand against each other: "Pros" and "Cons", also "Pros of trees" and "Cons of trees". */
export function areOpposites(left: string, right: string): boolean {
  return pairs.some(([one, other]) =>
    (one!.test(left) && other!.test(right) && isSameRest(left, right, one!, other!))
    || (other!.test(left) && one!.test(right) && isSameRest(left, right, other!, one!)))
}

function isSameRest(left: string, right: string, one: RegExp, other: RegExp): boolean {
  return left.replace(one, '').trim().toLowerCase() === right.replace(other, '').trim().toLowerCase()
}
