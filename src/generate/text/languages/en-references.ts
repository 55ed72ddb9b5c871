import { wordList } from '../patterns.ts'

/** Words that name nothing, and what stands behind them where they are the subject: "this is", not "this file is". */
const subjects = wordList('this that these those both such neither all')
const predicates = wordList(`
  is are was were isn't aren't wasn't weren't has have had hasn't can can't cannot could will won't would should must
  may might means mean does doesn't do don't did didn't makes make allows allow lets let helps help works work gives
  give happens happened shows show creates create returns tells includes include contains takes uses runs provides
  provide becomes seems looks leads enables ensures requires needs causes depends kind way sort brings turns results
  saves saved prints applies adds sets just only also actually usually often
`)

/** Beginnings of sentences whose subject another sentence names. */
export const leaning: readonly string[] = [
  'it',
  'its',
  'it\'s',
  'it\'ll',
  'they',
  'they\'re',
  'they\'ll',
  'that\'s',
  'he',
  'she',
  'the following',
  'as above',
  'same as above',
  'see above',
  'see below',
  'the same',
  'the former',
  'the latter',
  'the above',
  'the below',
  'here',
  'like this',
  'like so',
  ...subjects.flatMap(subject => predicates.map(predicate => `${subject} ${predicate}`)),
]
