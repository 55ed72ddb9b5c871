import type { Ballot } from '../talk/log/talk-event.ts'
import type { Vote } from '../talk/log/vote-state.ts'
import type { FollowerAction } from './actions.ts'
import type { LiveTalk } from './live-talk.ts'
import { randomBytes } from 'node:crypto'

/** As many as a presenter can look through. */
const MOST_QUESTIONS = 500
/** As many as one person can mean. */
const QUESTIONS_OF_ONE = 20

/**
 * Does what somebody who listens asks for.
 * @param voter who it is, by a name that says nothing
 * @returns a sentence where it cannot be done
 */
export function actAsFollower(talk: LiveTalk, action: FollowerAction, voter: string): string | undefined {
  const { state } = talk
  const { switches, shown, questions } = state
  if (!shown)
    return 'The talk has not begun.'
  switch (action.do) {
    case 'ballot': {
      const vote = state.votes.get(action.vote)
      if (!switches.vote || !vote || state.vote !== vote.id || vote.phase !== 'open')
        return 'This vote is closed.'
      if (action.round !== vote.rounds.length)
        return 'This round is over.'
      const ballot = validBallot(vote, action.ballot)
      if (ballot === undefined)
        return 'This is no answer to the question.'
      return talk.record({ event: 'ballot', vote: vote.id, round: action.round, voter, ballot })
    }
    case 'ask': {
      const text = action.text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()
      const own = [...questions.values()].filter(({ asker }) => asker === voter).length
      if (!switches.ask)
        return 'Questions are closed.'
      if (!text || own >= QUESTIONS_OF_ONE || questions.size >= MOST_QUESTIONS)
        return 'No more questions are taken.'
      return talk.record({ event: 'question', ...shown, id: randomBytes(6).toString('base64url'), text, voter })
    }
    case 'support': {
      const question = questions.get(action.question)
      if (!switches.ask || question?.state !== 'open')
        return 'This question is closed.'
      return question.voters.has(voter) === action.on
        ? undefined
        : talk.record({ event: 'support', question: question.id, voter, on: action.on })
    }
    case 'lost':
      return talk.record({ event: 'lost', voter, slide: shown.slide })
    case 'done':
      if (state.activity?.id !== action.activity)
        return 'This activity is over.'
      return state.activity.done.has(voter) ? undefined : talk.record({ event: 'done', voter, timer: action.activity })
  }
}

/** A ballot as it is counted; undefined where it does not answer the question. */
function validBallot({ asks: { kind, choices } }: Vote, ballot: Ballot): Ballot | undefined {
  if (kind === 'number')
    return typeof ballot === 'number' ? ballot : undefined
  if (kind === 'words') {
    const words = typeof ballot === 'string' ? ballot.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim() : ''
    return words || undefined
  }
  if (!Array.isArray(ballot) || ballot.some(choice => choice >= choices.length))
    return
  const chosen = [...new Set(ballot)].sort((a, b) => a - b)
  return chosen.length && (kind === 'several' || chosen.length === 1) ? chosen : undefined
}
