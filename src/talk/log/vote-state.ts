import type { Ballot, TalkEvent, VotePhase, VoteQuestion } from './talk-event.ts'

/** A vote as far as it has come. */
export interface Vote {
  id: string
  slide: string
  asks: VoteQuestion
  phase: VotePhase
  /** What each voter chose in each round, the last one last. */
  rounds: Map<string, Ballot>[]
  /** How many of its rounds were shown to the room. */
  shown: number
  /** Whether the right answer was shown to it. */
  answered: boolean
  /** Words that the presenter keeps from the room, in small letters. */
  hidden: Set<string>
}

/** The votes of a talk by their ids, and the one that the room sees. */
export interface VotesState { votes: Map<string, Vote>, vote?: string }

export type VoteEvent = Extract<TalkEvent, { event: 'vote' | 'phase' | 'ballot' | 'hide' }>

/** Changes votes by one event; one that does not fit changes nothing. */
export function applyVote(state: VotesState, event: VoteEvent): void {
  const vote = state.votes.get(event.vote)
  switch (event.event) {
    case 'vote':
      return begin(state, event, vote)
    case 'phase':
      if (vote)
        setPhase(state, vote, event.phase)
      return
    case 'ballot':
      vote?.rounds[event.round - 1]?.set(event.voter, event.ballot)
      return
    case 'hide':
      vote?.hidden[event.on ? 'add' : 'delete'](event.words.toLocaleLowerCase())
  }
}

function begin(state: VotesState, event: Extract<VoteEvent, { event: 'vote' }>, before: Vote | undefined): void {
  const { vote: id, slide, asks, round } = event
  const again = round > 1 ? before : undefined
  state.votes.set(id, {
    id,
    slide,
    asks,
    phase: 'open',
    rounds: [...again?.rounds ?? [], new Map()],
    shown: again?.shown ?? 0,
    answered: again?.answered ?? false,
    hidden: again?.hidden ?? new Set(),
  })
  state.vote = id
}

function setPhase(state: VotesState, vote: Vote, phase: VotePhase): void {
  vote.phase = phase
  if (phase === 'shown' || phase === 'answer')
    vote.shown = vote.rounds.length
  vote.answered ||= phase === 'answer'
  if (phase === 'away' && state.vote === vote.id)
    state.vote = undefined
}
