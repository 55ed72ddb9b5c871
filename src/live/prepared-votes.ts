import type { Lecture } from '../course/course.ts'
import type { Block } from '../markdown/blocks.ts'
import type { VoteKind, VoteQuestion } from '../talk/log/talk-event.ts'
import { readBlocks } from '../markdown/blocks.ts'
import { readChoices } from '../markdown/choices.ts'
import { plainText } from '../markdown/plain-text.ts'

/** A question on a slide that the room can vote on. */
export interface PreparedVote {
  /** The slide's id, and the position of the question on it from 1. */
  id: string
  slide: string
  asks: VoteQuestion
}

/** The questions of a lecture that offer choices, or ask for a number or words, by their ids. */
export function preparedVotes({ slides }: Lecture): Map<string, PreparedVote> {
  const votes = slides.flatMap(({ id: slide, content }) =>
    questionsOf(content).flatMap((block, i): PreparedVote[] => {
      const asks = voteOf(block)
      return asks ? [{ id: `${slide}/${i + 1}`, slide, asks }] : []
    }))
  return new Map(votes.map(vote => [vote.id, vote]))
}

function questionsOf(markdown: string): Block[] {
  return readBlocks(markdown).blocks.flatMap(block =>
    block.kind === 'question' ? [block] : questionsOf(block.body))
}

function voteOf({ title, body, options }: Block): VoteQuestion | undefined {
  const { choices } = readChoices(body)
  const right = choices.flatMap((choice, i) => choice.right ? [i] : [])
  const wanted = options.vote
  if (choices.length < 2 && wanted !== 'number' && wanted !== 'words')
    return
  const several = right.length > 1 ? 'several' : 'one'
  const kind = (wanted === undefined || wanted === true ? several : wanted) as VoteKind
  const isChoice = kind === 'one' || kind === 'several'
  return {
    kind,
    title: plainText(title),
    choices: isChoice ? choices.map(({ text }) => plainText(text)) : [],
    right: isChoice ? right : [],
  }
}

/** A vote that is made up on the spot: letters, a number or words. */
export function spontaneousVote(kind: VoteKind, choices = 4): VoteQuestion {
  const letters = Array.from({ length: Math.round(choices) }, (_, i) => String.fromCodePoint(65 + i))
  return { kind, title: '', choices: kind === 'one' || kind === 'several' ? letters : [], right: [] }
}
