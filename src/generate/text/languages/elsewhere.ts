import { anyOf, wordList } from '../patterns.ts'

const places = [
  'in this',
  'in the next',
  'in the following',
  'in the previous',
  'in the last',
  'in the coming',
  'in a later',
  'in later',
  'in an earlier',
  'in another',
]
const parts = wordList('lecture section chapter lesson episode tutorial video article post part guide page')

/** What sends the reader to another place. */
const pointers = [
  ...['learn', 'read', 'find', 'know', 'see'].map(verb => `${verb} more`),
  ...['info', 'information', 'details'].flatMap(what => [`for more ${what}`, `for further ${what}`]),
  'refer to the',
  'watch a',
  'see the',
  'see our',
  'see section',
  'see chapter',
  'see figure',
  'see table',
  'see appendix',
]

const otherPlaces = wordList('next previous last')
const otherParts = wordList('lecture chapter lesson episode video')

const figures = wordList('diagram figure image picture screenshot table example code command snippet')
const shows = wordList('show shows illustrate illustrates is are look looks below above')

/** What speaks of the document and not of its subject: "In the next section", "The diagram below shows". */
export const ELSEWHERE = new RegExp([
  `\\b${anyOf(places)} ${anyOf(parts)}\\b`,
  `\\b${anyOf(otherPlaces)} ${anyOf(otherParts)}\\b`,
  `\\b${anyOf(['this', 'the following', 'the'])} ${anyOf(figures)}(?: below| above)? ${anyOf(shows)}\\b`,
  `\\b${anyOf(pointers)}\\b`,
  `\\b${anyOf(['section', 'chapter', 'figure', 'table'])} “`,
].join('|'), 'i')
