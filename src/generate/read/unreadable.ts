import { Buffer } from 'node:buffer'
import { wordList } from '../text/patterns.ts'

/** A kind of file that is no document that can be read: what it is, and what a person can do. */
export interface UnreadableKind {
  what: string
  hint: string
}

interface KnownKind extends UnreadableKind {
  /** Of names, in lower case and without the dot. */
  endings: string[]
  /** What its bytes begin with. */
  start?: string
}

const PICTURE_HINT = 'A picture goes into a course with the document that shows it.'
const SLIDES_HINT = 'Save its text as .docx or HTML (its outline as .rtf), and give that.'

const kinds: readonly KnownKind[] = [
  {
    what: 'a PDF file',
    hint: 'Give the document that it was made from, or save it as .docx or HTML.',
    endings: ['pdf'],
    start: '%PDF',
  },
  { what: 'a PowerPoint file', hint: SLIDES_HINT, endings: wordList('pptx ppt pptm ppsx pps potx') },
  { what: 'an Impress presentation', hint: SLIDES_HINT, endings: ['odp'] },
  { what: 'a Keynote file', hint: SLIDES_HINT, endings: ['key'] },
  { what: 'a Pages document', hint: 'Export it as .docx, and give that.', endings: ['pages'] },
  { what: 'an old Word document', hint: 'Save it as .docx, and give that.', endings: ['doc', 'dot'] },
  {
    what: 'a spreadsheet',
    hint: 'Put its tables into a document, and give that.',
    endings: wordList('xlsx xls ods numbers'),
  },
  { what: 'an old Office file', hint: 'Save it as .docx, and give that.', endings: [], start: '\xD0\xCF\x11\xE0' },
  {
    what: 'a picture',
    hint: PICTURE_HINT,
    endings: wordList('png jpg jpeg gif webp avif svg bmp tif tiff ico heic eps ai psd drawio emf wmf'),
  },
  { what: 'a picture', hint: PICTURE_HINT, endings: [], start: '\x89PNG' },
  { what: 'a picture', hint: PICTURE_HINT, endings: [], start: '\xFF\xD8\xFF' },
  { what: 'a picture', hint: PICTURE_HINT, endings: [], start: 'GIF8' },
  {
    what: 'an archive',
    hint: 'Unpack it, and give the folder.',
    endings: wordList('zip tar gz tgz bz2 xz 7z rar jar'),
    start: '\x1F\x8B',
  },
  {
    what: 'a video or sound',
    hint: 'Name it as video: in the headmatter of a lecture.',
    endings: wordList('mp4 webm mov avi mkv mp3 wav ogg m4a flac'),
  },
  { what: 'an archive', hint: 'Unpack it, and give the folder.', endings: [], start: 'PK\x03\x04' },
]

/** What a file is that is no document, by the ending of its name. */
export function unreadableByName(file: string): UnreadableKind | undefined {
  const ending = /\.([a-z\d]+)$/i.exec(file)?.[1]?.toLowerCase()
  return ending === undefined ? undefined : kinds.find(({ endings }) => endings.includes(ending))
}

/** What a file is that is no document, by its first bytes, whatever its name is. */
export function unreadableByBytes(bytes: Uint8Array): UnreadableKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  return kinds.find(kind => kind.start !== undefined && start.startsWith(kind.start))
}
