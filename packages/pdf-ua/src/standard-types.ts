/** The tags that PDF 1.7 knows, by what they may stand for. */
const standardTypes = [
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
  'Caption',
  'TOC',
  'TOCI',
  'Index',
  'NonStruct',
  'Private',
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'L',
  'LI',
  'Lbl',
  'LBody',
  'Table',
  'TR',
  'TH',
  'TD',
  'THead',
  'TBody',
  'TFoot',
  'Span',
  'Quote',
  'Note',
  'Reference',
  'BibEntry',
  'Code',
  'Link',
  'Annot',
  'Ruby',
  'RB',
  'RT',
  'RP',
  'Warichu',
  'WT',
  'WP',
  'Figure',
  'Formula',
  'Form',
] as const

type StandardType = typeof standardTypes[number]

const known: ReadonlySet<string> = new Set(standardTypes)
const nearest: Record<string, StandardType> = { Em: 'Span', Strong: 'Span', Sub: 'Span', Title: 'P' }

/** Whether PDF 1.7 knows a tag. */
export function isStandardType(type: string): type is StandardType {
  return known.has(type)
}

/** The standard tag nearest to a tag that browsers and PDF 2.0 write, e.g. `Span` for `Em`. */
export function standardType(type: string): StandardType {
  if (isStandardType(type))
    return type
  return Object.hasOwn(nearest, type) ? nearest[type]! : 'Div'
}
