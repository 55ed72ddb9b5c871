import { sayIn } from '../../src/language/say.ts'
import { language, scripts } from '../../src/language/spoken.ts'

/** Says what the scripts of a page say, in the language of the page. */
export const say = sayIn<'scripts'>(language, scripts)
