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
  'looks',
  'seems',
  'sounds',
  'similar',
  'if not',
  'if so',
  'otherwise',
  'back to',
  'in its',
  'in their',
  ...wordList('to in for by with from of on').map(word => `${word} which`),
  ...wordList('as since because').flatMap(word =>
    wordList('this these those it they').map(other => `${word} ${other}`)),
  ...wordList('all each both some one none most').flatMap(word =>
    ['these', 'those', 'them'].map(others => `${word} of ${others}`)),
  ...subjects.flatMap(subject => predicates.map(predicate => `${subject} ${predicate}`)),
]

/** What stands for things that were named before, and how a word that names several ends. */
export const pluralPronouns = ['they', 'them']
export const PLURAL = /\p{L}{2}s\b/u

/** What says that a sentence follows from the one before it, and nothing of its own. */
export const reasons = [
  'this is why',
  'that is why',
  'that\'s why',
  'which is why',
  'this means',
  'that means',
  'which means',
  'among them,',
]

/** What points back to something, and says nothing itself. */
export const asSeen = [
  ...['can be seen', 'you can see', 'we can see', 'we saw', 'we have seen', 'mentioned', 'noted', 'stated', 'shown'],
].flatMap(seen => ['', ' previously', ' earlier', ' above', ' before'].map(place => `as ${seen}${place}`))

/** What says only where something is shown. */
export const inExamples = wordList('example code snippet figure picture diagram listing table').flatMap(noun =>
  [`in the ${noun} above`, `in the ${noun} below`, `in the previous ${noun}`, `in the following ${noun}`])

/** The same inside of a sentence: "as we saw above". */
export const reminders = ['we', 'I', 'you', 'we have', 'I have', 'you have', 'we\u2019ve', 'we\'ve'].flatMap(who =>
  wordList('mentioned saw seen noted said discussed described explained learned showed').flatMap(verb =>
    ['', ...[' above', ' before', ' earlier', ' previously', ' already']].map(place => `as ${who} ${verb}${place}`)))

/** Words inside of a sentence that stand for what another one names. */
export const pointingsBack = [
  ...wordList('things ones steps cases ways rules options reasons questions problems changes examples').flatMap(noun =>
    ['these', 'those'].map(word => `${word} ${noun}`)),
  ...['of these', 'of those', 'all this', 'all that', 'this way', 'the above', 'the one above', 'from above'],
]

/** Ends of titles that lean on what follows. */
export const leaningEnds = wordList('this these that it them here below above e.g as than of with from and or the')

/** Words with which no sentence ends, nor a name. */
export const openEnds = wordList(`
  and or but nor then that which who whose to of with for from by in into on onto at as than the a an its their our
  your my his her if when while because although is are was were be below above following here there
`)

/** Words before a colon after which a sentence is not whole. */
export const unfinishedEnds = wordList(`
  can could may might will would shall should must do does have has had use uses run runs try need needs add adds see
  get gets call calls write writes say says include includes contain contains require requires provide provides via
  using named called either both not only
`)

/** Verbs that begin what a reader is told to do. */
export const imperatives = wordList(`
  open click download upload watch go add create run type select try see check install choose enter copy save press
  close move read write change edit look make start stop take visit find follow complete answer draw import navigate
`)

/** Verbs behind a subject, by its number; `modals` stand behind both. */
export const modals = wordList('can can\'t cannot could will won\'t would should must may might did had')
export const singularVerbs = wordList(`
  is isn't was wasn't has hasn't does doesn't allows lets makes gives provides uses runs returns takes contains creates
  supports works means needs requires helps shows holds keeps defines tells starts stores comes becomes
`)
export const pluralVerbs = wordList(`
  are aren't were weren't have haven't do don't allow let make give provide use run return take contain create support
  need require help show hold keep define start store come become
`)

/** Words that join two things, so that it is not clear which of them a pronoun means. */
export const prepositions = wordList(`
  of in on at by for with from to into and or but nor as if when while because since although that which who whose where
  like than not if so after before until unless however therefore also then now next first finally instead for
  despite unlike due given besides without within during through via per about under over between among along
`)

const shown = wordList('diagram figure image picture screenshot table example code snippet command listing graph chart')

/** What says that something on the slide shows what follows. */
export const pointings = ['this', 'the', 'the following', 'the next'].flatMap(word => shown.flatMap(noun => [
  `${word} ${noun} shows`,
  `${word} ${noun} below shows`,
  `${word} ${noun} above shows`,
  `${word} ${noun} illustrates`,
]))
