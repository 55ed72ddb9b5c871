import { wordList } from '../../text/patterns.ts'

/** Words that a line in exclamation begins with and a heading does not. */
export const exclamations = wordList(`
  yes no well great congratulations congrats good nice awesome perfect excellent welcome hooray yay done bravo wow enjoy
  voila voilà cool ok okay right exactly thank thanks cheers success correct and happy
`)

/** Beginnings of what a person says. */
export const spokenBeginnings = [
  ...wordList('but and so yes no now then wait or well okay ok also right sure remember hmm oh ah see sounds ready'),
  'got it',
  'makes sense',
]

/** Words that only the description of a picture has. */
export const pictureWords = [
  ...wordList(`
    diagram screenshot illustration photo photograph banner drawing thumbnail gif animation avatar portrait flowchart
    infographic sketch sketchnote showing depicting
  `),
  'screen shot',
  'opened with',
  'running in',
  'view of',
]

/** Words that describe a picture where one of `pictureRelations` follows, and may describe one anyway. */
export const pictureNouns = wordList('image picture icon logo graph chart figure')
export const pictureRelations = wordList('of for with showing that')

/** Further words that may describe a picture. */
export const perhapsPictureWords = wordList('shown displayed dialog')

/** Words that headings write with a small letter. */
export const smallWords = new Set(wordList(`
  a & - – — an and as at but by for from in into is it of on or our over the to up using via vs vs. with your
  de la le und der die das
`))

/** Words that no heading ends with. */
export const openEndings = wordList(`
  use run the a an of to by and or is are with from using like as following see
`)

/** Words that headings begin with. */
export const headingBeginnings = wordList(`
  how what why when where who which using use create creating add adding build building run running install installing
  set setting get getting make making write writing understanding introduction step part chapter exercise summary recap
  conclusion overview next further more about working
`)
