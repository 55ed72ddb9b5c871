import type { TextBlock, TextList } from './lines.ts'
import { isArrowChain, isCode, isCodeLine, isFileName } from './code.ts'

const exclamations = /^(?:yes|no|well|great|congratulations|congrats|good|nice|awesome|perfect|excellent|welcome|hooray|yay|done|bravo|wow|enjoy|voil[aà]|cool|ok|okay|right|exactly|thanks?|cheers|success|correct|and|happy)\b/i
const spoken = /^(?:but|and|so|yes|no|now|then|wait|or|well|okay|ok|also|right|sure|remember|hmm|oh|ah|see|sounds|got it|ready|makes sense)\b/i
const pictured = /\b(?:diagram|screenshot|screen shot|illustration|photo|photograph|banner|drawing|thumbnail|gif|animation|avatar|portrait|flowchart|infographic|sketch|sketchnote|opened with|running in|showing|depicting|view of|(?:image|picture|icon|logo|graph|chart|figure) (?:of|for|with|showing|that))\b/i
const perhapsPictured = /\b(?:image|picture|icon|logo|graph|chart|figure|shown|displayed|dialog)\b/i
const small = /^(?:[a&\-–—]|an|and|as|at|but|by|for|from|in|into|is|of|on|or|our|over|the|to|up|using|via|vs\.?|with|your|de|la|le|und|der|die|das)$/i

type Block = TextBlock | TextList

/** Whether a block ends in the colon that announces what follows. */
export function isAnnounced(before: Block | undefined): boolean {
  return before !== undefined && 'lines' in before && /[\p{L}\p{N})"”’'*]\s*[:：]$/u.test(before.lines.at(-1)!.trim())
}

/** Whether a single line is the heading of what follows it. */
export function isHeading(line: string, before: Block | undefined, after: Block | undefined): boolean {
  if (!after || !looksLikeHeading(line))
    return false
  // A long question before numbered choices or code is put to the reader, and answered by none of them.
  const isPut = before !== undefined && line.trim().endsWith('?') && ('items' in after ? after.ordered && line.trim().split(/\s+/).length > 8 : isCode(after.lines))
  return !isPut
}

/** Whether a single line is what a page says of a picture: it reads so, stands after a colon, or before a heading. */
export function isMissingFigure(line: string, before: Block | undefined, after: Block | undefined, headings: boolean): boolean {
  if (!looksLikeHeading(line))
    return false
  const beforeHeading = headings && after !== undefined && 'lines' in after && after.lines.length === 1 && looksLikeHeading(after.lines[0]!)
  return pictureScore(line) + (isAnnounced(before) ? 3 : 0) + Number(beforeHeading) > 1
}

/** Whether a single line, by itself, can be the heading of what follows it. */
function looksLikeHeading(line: string): boolean {
  const text = line.trim()
  const words = text.split(/\s+/)
  if (words.length > 14 || text.length > 90 || !/\p{L}/u.test(text))
    return false
  if (!/^(?:["“'‘(¿¡«`.@_]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]|\p{Extended_Pictographic})/u.test(text) && !/^[a-z][a-zA-Z]*[A-Z\d.()_-]/.test(text) && !text.endsWith('?'))
    return false
  if (/[.:;,…。、，：；]$/u.test(text) && !/^(?:\d+\.|\.)?[^.]*\b(?:etc|vs|inc|co)\.$/i.test(text))
    return false
  if (text.endsWith('!') && (words.length > 5 || exclamations.test(text)))
    return false
  if (/\b(?:use|run|the|an?|of|to|by|and|or|is|are|with|from|using|like|as|following|see)$/i.test(text))
    return false
  return !spoken.test(text) && !isCodeLine(text) && !isArrowChain(text) && !isFileName(text)
}

/** How much a heading-like line reads as the alternative text of a picture rather than as a heading: above 0 it does. */
function pictureScore(line: string): number {
  const text = line.trim().replace(/\{[^}]*\}/g, '').trim()
  const words = text.split(/\s+/)
  const content = words.slice(1).filter(word => !small.test(word) && /^\p{L}/u.test(word))
  const capital = content.filter(word => /^\p{Lu}/u.test(word)).length
  let score = 0
  if (text.endsWith('?'))
    score -= 3
  if (pictured.test(text))
    score += 2
  else if (perhapsPictured.test(text) && words.length > 3)
    score += 1
  if (/\.(?:png|jpe?g|svg|gif|webp)$/i.test(text))
    score += 4
  if (words.length >= 5)
    score += 1
  if (words.length >= 8)
    score += 1
  if (words.length <= 2)
    score -= 1
  if (content.length >= 2 && capital / content.length > 0.6)
    score -= 1
  if (/^(?:how|what|why|when|where|who|which|using|use|create|creating|add|adding|build|building|run|running|install|installing|set|setting|get|getting|make|making|write|writing|understanding|introduction|step|part|chapter|exercise|summary|recap|conclusion|overview|next|further|more|about|working|\d+[.)]?)\b/i.test(text))
    score -= 2
  return score
}
