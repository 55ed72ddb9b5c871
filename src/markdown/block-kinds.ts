import type { Problem } from '../core/errors.ts'
import type { CalloutKind } from '../shared/callout-kinds.ts'
import { suggest } from '../core/did-you-mean.ts'
import { calloutKindNames, isCalloutKind } from '../shared/callout-kinds.ts'

export type BlockKind = CalloutKind | 'question'

/** Every kind of block that `:::` opens. */
export const blockKinds: readonly BlockKind[] = [...calloutKindNames, 'question']

export function isBlockKind(name: string): name is BlockKind {
  return name === 'question' || isCalloutKind(name)
}

/** What braces after the kind may hold. */
const blockOptions: Record<'callout' | 'question', readonly string[]> = {
  callout: [],
  question: ['think', 'withheld', 'vote'],
}

/** What a question asks the room for; without it one of its choices, or several where several are right. */
export const voteKinds = ['one', 'several', 'number', 'words'] as const

export type BlockOptions = Record<string, string | true>

/** Options between braces: `think=30 withheld`. */
export function parseOptions(text: string): BlockOptions {
  const options: BlockOptions = {}
  for (const [, name, quoted, bare] of text.matchAll(/([^\s=]+)(?:=(?:["']([^"']*)["']|(\S*)))?/g))
    options[name!] = quoted ?? bare ?? true
  return options
}

export function unknownKind(name: string, kinds: readonly string[], shown: string): Pick<Problem, 'message' | 'hint'> {
  return { message: `There is no block "${shown}".`, hint: `${suggest(name, kinds)}There are: ${kinds.join(', ')}.` }
}

/** What is wrong with the options of a block of a known kind. */
export function optionProblems(kind: BlockKind, options: BlockOptions): Pick<Problem, 'message' | 'hint'>[] {
  const known = blockOptions[kind === 'question' ? 'question' : 'callout']
  const problems: Pick<Problem, 'message' | 'hint'>[] = []
  for (const [name, value] of Object.entries(options)) {
    if (!known.includes(name)) {
      const hint = known.length ? `There are: ${known.join(', ')}.` : `Write the title after the kind: :::${kind} Title`
      problems.push({ message: `A block "${kind}" has no option "${name}".`, hint })
    }
    else if (name === 'think' && !(Number(value) > 0)) {
      const message = `The time to think is a number of seconds, not "${value === true ? '' : value}".`
      problems.push({ message, hint: 'Write for instance {think=30}.' })
    }
    else if (name === 'withheld' && value !== true) {
      problems.push({ message: 'The option "withheld" takes no value.', hint: 'Write {withheld}, or leave it out.' })
    }
    else if (name === 'vote' && !voteKinds.includes(value as never)) {
      const message = `A vote asks for ${voteKinds.join(', ')}, not "${value === true ? '' : value}".`
      problems.push({ message, hint: 'Write for instance {vote=number}; a list of choices needs no vote.' })
    }
  }
  return problems
}
