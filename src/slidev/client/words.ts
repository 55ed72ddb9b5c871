import { sayIn } from '../../language/say.ts'
import { callouts, deck, language, votes } from '../../language/spoken.ts'

/** Says what a deck says, in its language. */
export const sayInDeck = sayIn<'deck'>(language, deck)
export const sayOfVotes = sayIn<'votes'>(language, votes)
export const sayCallout = sayIn<'callouts'>(language, callouts)
