import type { Problem } from '../core/errors.ts'
import { parseTime } from '../shared/time.ts'

/** One caption of a talk. */
export interface Caption {
  /** Seconds of video time. */
  start: number
  end: number
  /** Plain text on one line. */
  text: string
  /** Who speaks, where the captions say it. */
  speaker?: string
  /** Line of its text in the file, from 1. */
  line: number
}

const TIMING = /^(\S+)[ \t]+-->[ \t]+(\S+)(?:[ \t].*)?$/
const TIMESTAMP = /^(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}$/

/** Reads the captions of a WebVTT file, in the order of their times. What is not sound is left out and named. */
export function parseCaptions(text: string, file: string): { captions: Caption[], problems: Problem[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0]!))
    return { captions: [], problems: [{ message: 'These are no WebVTT captions: the first line is not WEBVTT; the file is left out.', hint: 'Export the captions as WebVTT (.vtt); SubRip (.srt) is another format.', file, line: 1 }] }
  const captions: Caption[] = []
  const problems: Problem[] = []
  for (const { from, block } of blocks(lines)) {
    if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(block[0]!))
      continue
    const at = block.findIndex(line => line.includes('-->'))
    const line = from + Math.max(at, 0)
    const { start, end, fault } = readTiming(block[at])
    const payload = block.slice(at + 1)
    if (fault || at > 1)
      problems.push({ message: `${fault ?? 'More than one line stands before the times of this caption'}; the caption is left out.`, hint: 'Write the times as 00:01:02.500 --> 00:01:04.000, below at most one line with a name, above the text.', file, line })
    else if (payload.length)
      captions.push({ start, end, ...readPayload(payload), line: line + 1 })
  }
  for (const [i, { start, line }] of captions.entries()) {
    if (i && start < captions[i - 1]!.start)
      problems.push({ message: 'This caption begins before the one above it; they are put in order.', hint: 'Sort the captions by their times.', file, line: line - 1 })
  }
  return { captions: captions.sort((a, b) => a.start - b.start), problems }
}

/** What stands between empty lines, below the header. */
function blocks(lines: string[]): { from: number, block: string[] }[] {
  const found: { from: number, block: string[] }[] = []
  let open: { from: number, block: string[] } | undefined
  const header = lines.findIndex(line => !line.trim())
  for (const [i, line] of lines.entries()) {
    if (header < 0 || i < header)
      continue
    if (!line.trim()) {
      open = undefined
    }
    else if (open) {
      open.block.push(line)
    }
    else {
      open = { from: i + 1, block: [line] }
      found.push(open)
    }
  }
  return found
}

function readTiming(line: string | undefined): { start: number, end: number, fault?: string } {
  const [, from, to] = TIMING.exec(line ?? '') ?? []
  if (!from || !to)
    return { start: 0, end: 0, fault: 'This caption has no line with its times' }
  const wrong = [from, to].find(time => !TIMESTAMP.test(time) || parseTime(time) === undefined)
  if (wrong)
    return { start: 0, end: 0, fault: `"${wrong}" is no time of WebVTT` }
  const [start, end] = [parseTime(from)!, parseTime(to)!]
  return { start, end, fault: end > start ? undefined : 'This caption ends before it begins' }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00A0', lrm: '\u200E', rlm: '\u200F' }

function readPayload(lines: string[]): { text: string, speaker?: string } {
  const payload = lines.join(' ')
  const speaker = /<v(?:\.[^\s>]*)?[ \t]([^>]+)>/.exec(payload)?.[1]!.trim()
  const text = payload.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole).replace(/\s+/g, ' ').trim()
  return { text, ...speaker && { speaker: decode(speaker) } }
}

function decode(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}
