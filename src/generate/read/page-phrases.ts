import { anyOf, escapePattern } from '../text/patterns.ts'

/** What pages show around their text, and what copying takes along. */
const shared = [
  'skip to content',
  'skip to main content',
  'edit this page',
  'edit this page on github',
  'edit on github',
  'view page source',
  'on this page',
  'in this article',
  'copy',
  'copied',
  'copied!',
  'copy code',
  'back to top',
  'previous',
  'next',
  'share',
  'print',
  'was this helpful',
  'was this helpful?',
  'was this page helpful',
  'was this page helpful?',
]

const onlyInPages = [
  'edit page',
  'improve this page',
  'report a bug',
  'report a problem',
]

const onlyInText = [
  'in this section',
  'table of contents',
  'contents',
  'suggest changes',
  'suggest edits',
  'view source',
  'report issue',
  'report an issue',
  'copy page',
  'copy to clipboard',
  'previous page',
  'next page',
  '« previous',
  'next »',
  'scroll to top',
  'toggle navigation',
  'toggle dark mode',
  'toggle light mode',
  'search',
  'search docs',
  'menu',
  'close',
  'sign in',
  'log in',
  'sign up',
  'subscribe',
  'tweet',
  'was this article helpful',
  'was this article helpful?',
  'yes no',
  'accept',
  'accept cookies',
  'accept all',
  'accept all cookies',
  'reject all',
  'cookie settings',
  'loading',
  'loading…',
  'loading...',
  'advertisement',
  'all rights reserved',
  'all rights reserved.',
]

/** Phrases that go on with a name or a date, of at most so many characters. */
interface Beginning {
  text: string
  min: number
  max: number
}

const beginningsInPages: Beginning[] = [
  { text: 'last updated', min: 0, max: 60 },
]

const beginningsInText: Beginning[] = [
  { text: 'powered by ', min: 1, max: 40 },
  { text: 'built with ', min: 1, max: 60 },
  { text: 'last updated ', min: 1, max: 60 },
  { text: 'last updated on ', min: 1, max: 60 },
  { text: 'last updated at ', min: 1, max: 60 },
  { text: 'copyright ', min: 1, max: 120 },
  { text: '©', min: 1, max: 121 },
]

const READING_TIME = /^\d+ min(?:ute)?s? read$/i

/** Words that can be headings, too: they are boilerplate only before or after all other text. */
const perhapsHeadings = new Set([
  'contents',
  'table of contents',
  'search',
  'share',
  'print',
  'menu',
  'next',
  'previous',
  'copy',
  'close',
  'subscribe',
  'on this page',
])

function matcher(phrases: readonly string[], beginnings: readonly Beginning[]): RegExp {
  const long = beginnings.map(({ text, min, max }) => `${escapePattern(text)}.{${min},${max}}`)
  return new RegExp(`^(?:${[anyOf(phrases), ...long].join('|')})$`, 'i')
}

const IN_PAGES = matcher([...shared, ...onlyInPages], beginningsInPages)
const IN_TEXT = matcher([...shared, ...onlyInText], beginningsInText)

/** Whether the text of an element is one that a page shows around its document. */
export function isPagePhrase(text: string): boolean {
  return IN_PAGES.test(text.trim())
}

/** Whether a line of copied text is one that a page shows around its document. */
export function isCopiedPhrase(line: string): boolean {
  const text = line.trim()
  return IN_TEXT.test(text) || READING_TIME.test(text)
}

/** Whether a line can be a heading as well. */
export function isPerhapsHeading(line: string): boolean {
  return perhapsHeadings.has(line.trim().toLowerCase())
}
