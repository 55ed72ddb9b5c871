/** What documents are written in, by the ending of their names; each is read in a way of its own. */
export const endings = {
  markdown: ['md', 'mdx', 'markdown', 'mdown', 'mkd', 'qmd', 'rmd'],
  html: ['html', 'htm', 'xhtml'],
  text: ['txt', 'text'],
  notebook: ['ipynb'],
  asciidoc: ['adoc', 'asciidoc', 'asc'],
  rst: ['rst', 'rest'],
  docx: ['docx'],
  odt: ['odt'],
  epub: ['epub'],
  rtf: ['rtf'],
  latex: ['tex', 'latex'],
  org: ['org'],
  textile: ['textile'],
  mediawiki: ['mediawiki', 'wiki'],
} as const

/** `deck` is Markdown that is a deck of Slidev already. */
export type DocumentFormat = keyof typeof endings | 'deck'

/** Formats that the readers of Markdown, HTML and text read as they are. */
export const plainFormats = ['markdown', 'html', 'text', 'deck'] as const
export type PlainFormat = typeof plainFormats[number]
export type ConvertedFormat = Exclude<DocumentFormat, PlainFormat>

export function isPlainFormat(format: DocumentFormat): format is PlainFormat {
  return plainFormats.includes(format as PlainFormat)
}

/** What people call a format. */
export const formatNames: Readonly<Record<ConvertedFormat, string>> = {
  notebook: 'a Jupyter notebook',
  asciidoc: 'AsciiDoc',
  rst: 'reStructuredText',
  docx: 'a Word document',
  odt: 'an OpenDocument text',
  epub: 'an EPUB book',
  rtf: 'Rich Text',
  latex: 'LaTeX',
  org: 'Org',
  textile: 'Textile',
  mediawiki: 'MediaWiki',
}

const formatOfEnding = new Map<string, DocumentFormat>(Object.entries(endings).flatMap(([format, names]) =>
  names.map(name => [name, format as DocumentFormat] as const)))

/** The format that the ending of a file's name tells; undefined for any other ending, and for none. */
export function formatOfName(file: string): DocumentFormat | undefined {
  return formatOfEnding.get(/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '')
}
