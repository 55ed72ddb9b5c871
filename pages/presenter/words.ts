import { sayIn } from '../../src/language/say.ts'
import { deeds, language, presenter, refusals } from '../../src/language/spoken.ts'

/** Says what the presenter view says, in the language of the talk. */
export const say = sayIn<'presenter'>(language, presenter)
export const sayDeed = sayIn<'deeds'>(language, deeds)
export const sayRefusal = sayIn<'refusals'>(language, refusals)
