/** How a language says what the generator looks for in a text. */
export interface Wording {
  /** Words that say nothing of what a sentence is about. */
  stopWords: readonly string[]
  /** Abbreviations, without their last full stop, after which a sentence goes on. */
  abbreviations: readonly string[]
  /** Answers to a question; the sentence after one explains it. */
  answers: readonly string[]
  /** Further words that confirm or deny, and that belong to the sentence after them. */
  confirmations: readonly string[]
  /** What joins a sentence to the one before it. */
  connectives: readonly string[]
  /** Words that a clause may not lose, because the rest would say something else; `*` stands for any ending. */
  turningWords: readonly string[]
  /** What begins a clause behind a comma that a long sentence can do without. */
  trailingClauses: readonly string[]
  /** The same without a comma. */
  trailingPhrases: readonly string[]
  /** What begins a clause that says what something is for. */
  purposes: readonly string[]
  /** What begins a clause that says why something is so, which is then true as well. */
  reasons: readonly string[]
  /** What begins a clause that stands before the main clause. */
  subordinates: readonly string[]
  /** Words before which a very long sentence can be cut. */
  conjunctions: readonly string[]
  /** Wordings of definitions and advice. */
  cues: readonly string[]
  /** Beginnings of sentences that lean on the one before them. */
  weakBeginnings: readonly string[]
  /** Beginnings of sentences whose subject another sentence names. */
  leaning: readonly string[]
  /** Words in small letters inside of a sentence, whose noun may stand in another one. */
  leaningInside: readonly string[]
  /** Ends of sentences that lean on what follows. */
  leaningEnds: readonly string[]
  /** What points back, inside of a sentence, to something that was said. */
  reminders: readonly string[]
  /** Words with which no sentence ends, nor a name. */
  openEnds: readonly string[]
  /** Further words before a colon after which a sentence is not whole. */
  unfinishedEnds: readonly string[]
  /** What says that a picture or code shows something, before what it shows. */
  pointings: readonly string[]
  /** Words inside of a sentence that stand for what another one names. */
  pointingsBack: readonly string[]
  /** What an author says to the reader and not of the subject. */
  chatter: readonly string[]
  /** Adjectives that tell no thing from another. */
  vagueWords: readonly string[]
  /** What the first, a next and the last of several steps begin with. */
  firstSteps: readonly string[]
  nextSteps: readonly string[]
  lastSteps: readonly string[]
  /** Words before the name of a thing: articles and the like. */
  determiners: readonly string[]
  /** What questions of each kind begin with; for `what`, those that ask what something is. */
  reasonQuestions: readonly string[]
  numberQuestions: readonly string[]
  wayQuestions: readonly string[]
  yesNoQuestions: readonly string[]
  whatQuestions: readonly string[]
  /** What answers to them say. */
  reasonAnswers: readonly string[]
  numberAnswers: readonly string[]
  wayAnswers: readonly string[]
  yesNoAnswers: readonly string[]
  whatAnswers: readonly string[]
  /** Beginnings of sentences that say how many things of a kind there are. */
  countings: readonly string[]
  /** Verbs that begin what a reader is told to do. */
  imperatives: readonly string[]
  /** Titles of a summary. */
  summaryTitles: readonly string[]
  /** Titles of a list of what a text was taken from. */
  referenceTitles: readonly string[]
}
