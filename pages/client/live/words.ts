import { sayIn } from '../../../src/language/say.ts'
import { language, room, votes } from '../../../src/language/spoken.ts'

/** Says what a page of the room says, in the language of the talk. */
export const say = sayIn<'room'>(language, room)
export const sayOfVotes = sayIn<'votes'>(language, votes)
