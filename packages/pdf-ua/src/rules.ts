/**
 * What `checkPdf` checks: what a PDF must have so that everybody can read it, in one sentence,
 * with the clause of PDF/UA-1 (ISO 14289-1) that asks for it.
 */
export const pdfRules = {
  'claim': { clause: '5', description: 'The metadata say that the file follows PDF/UA-1.' },
  'marked': { clause: '6.2', description: 'The file says that it is tagged.' },
  'title': { clause: '7.1', description: 'The file has a title.' },
  'title-shown': { clause: '7.1', description: 'Readers show the title in place of the file name.' },
  'language': { clause: '7.2', description: 'The file names its language.' },
  'tags': { clause: '7.1', description: 'The file has a tag tree.' },
  'tag-type': { clause: '7.1', description: 'Every tag is a standard one, or mapped to one.' },
  'untagged': { clause: '7.1', description: 'Everything drawn is tagged, or marked as decoration.' },
  'unreached': { clause: '7.1', description: 'Everything that is tagged is in the tag tree.' },
  'parent-tree': { clause: '7.1', description: 'Everything that is tagged leads back to its tag.' },
  'drawn-twice': { clause: '7.20', description: 'Tagged content is drawn once.' },
  'figure': { clause: '7.3', description: 'Every figure and formula has a description.' },
  'heading': { clause: '7.4', description: 'Headings begin at the first level and skip none.' },
  'list': { clause: '7.2', description: 'Lists hold items, and items a label and a body.' },
  'table': { clause: '7.2', description: 'Tables hold rows, and rows cells.' },
  'table-header': { clause: '7.5', description: 'Header cells say whether they head a row or a column.' },
  'note': { clause: '7.9', description: 'Every footnote has an id of its own.' },
  'annotation': { clause: '7.18.1', description: 'Every note on a page is in the tag tree and says something.' },
  'link': { clause: '7.18.5', description: 'Every link is in a tag of its own and says where it leads.' },
  'tab-order': { clause: '7.18.3', description: 'The tab key follows the tag tree.' },
  'font': { clause: '7.21.4', description: 'Every font is in the file.' },
  'letter': { clause: '7.21.7', description: 'Every letter drawn can be read as text.' },
  'missing-letter': { clause: '7.21.8', description: 'Every letter is in its font.' },
} as const

/** The name of a rule, e.g. `figure`. */
export type PdfRule = keyof typeof pdfRules

/** A rule of `pdfRules` that a file breaks. */
export interface PdfFinding {
  rule: PdfRule
  /** From 1; without it the whole file is meant. */
  page?: number
  /** What is at fault, as it stands in the file: `Figure`, `LI`, a font's name. */
  element?: string
  /** One sentence. */
  message: string
}

/** Whether a text is the name of a rule. */
export function isPdfRule(value: string): value is PdfRule {
  return Object.hasOwn(pdfRules, value)
}
