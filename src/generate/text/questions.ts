import { inAllLanguages } from './languages/all.ts'
import { anyOf } from './patterns.ts'
import { definedTerm } from './score.ts'
import { contentWords } from './words.ts'

const ANSWER = new RegExp(`^\\P{L}*${anyOf(inAllLanguages('answers'))}(?=\\P{L})`, 'iu')
const NEGATIVE = new RegExp(`\\b${anyOf(inAllLanguages('turningWords'))}\\b|n['’]t\\b`, 'i')

/** What each kind of question asks by, and what an answer to it says. */
const KINDS = (['reason', 'number', 'way', 'yesNo', 'what'] as const).map((kind) => {
  const asks = inAllLanguages(`${kind}Questions`)
  const says = inAllLanguages(`${kind}Answers`)
  return {
    kind,
    asks: new RegExp(`^\\P{L}*(?:${anyOf(['and', 'but', 'so', 'und', 'et', 'y'])}\\s+)?${anyOf(asks)}(?=\\P{L})`, 'iu'),
    says: says.length ? new RegExp(`(?<!\\p{L})${anyOf(says)}(?!\\p{L})`, 'iu') : undefined,
  }
})

/** What makes a sentence an answer. */
const WEIGHTS = { shared: 4, subject: 5, otherTerm: -6, kind: 4, yesNo: 4, negative: -4 }

/** Whether a text begins with yes or no. */
export function isAnswer(plain: string): boolean {
  return ANSWER.test(`${plain} `)
}

export function isYesNoQuestion(question: string): boolean {
  return kindOf(question)?.kind === 'yesNo'
}

/** How well a sentence answers a question, by what it is about and how it says it; 0 where nothing tells. */
export function answerScore(question: string, plain: string): number {
  const found = kindOf(question)
  const wanted = contentWords(question)
  const said = new Set(contentWords(plain))
  const shared = wanted.filter(word => said.has(word)).length / (wanted.length || 1)
  const parts = [
    WEIGHTS.shared * shared,
    found?.says?.test(plain) && WEIGHTS.kind,
    isAnswer(plain) && WEIGHTS.yesNo,
    found?.kind === 'what' && definitionScore(wanted, plain),
  ]
  return parts.reduce<number>((sum, part) => sum + Number(part || 0), 0)
}

/** "What is X?" is answered by what begins with X, and by no definition of something else. */
function definitionScore(wanted: readonly string[], plain: string): number {
  const begin = new Set(contentWords(plain).slice(0, wanted.length + 1))
  const isSubject = wanted.length > 0 && wanted.every(word => begin.has(word))
  if (isSubject)
    return WEIGHTS.subject + (NEGATIVE.test(plain) ? WEIGHTS.negative : 0)
  return contentWords(definedTerm(plain) ?? '').length ? WEIGHTS.otherTerm : 0
}

function kindOf(question: string) {
  return KINDS.find(({ asks }) => asks.test(question))
}
