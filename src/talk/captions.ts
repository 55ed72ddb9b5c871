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

const NOT_WEBVTT: Problem = {
  message: 'This is not a WebVTT file: its first line is not WEBVTT; the file is left out.',
  hint: 'Export the captions as WebVTT (.vtt); SubRip (.srt) is another format.',
  line: 1,
}
const TIMES_HINT = 'Write the times as 00:01:02.500 --> 00:01:04.000, '
  + 'below at most one line with a name, above the text.'

/** Reads the captions of a WebVTT file, in the order of their times. What is not sound is left out and named. */
export function parseCaptions(text: string, file: string): { captions: Caption[], problems: Problem[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? ''))
    return { captions: [], problems: [{ ...NOT_WEBVTT, file }] }
  const captions: Caption[] = []
  const problems: Problem[] = []
  for (const { from, block } of blocks(lines)) {
    if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(block[0] ?? ''))
      continue
    const at = block.findIndex(line => line.includes('-->'))
    const line = from + Math.max(at, 0)
    const timing = at > 1 ? 'More than one line stands before the times of this caption' : readTiming(block[at])
    const payload = block.slice(at + 1)
    if (typeof timing === 'string')
      problems.push({ message: `${timing}; the caption is left out.`, hint: TIMES_HINT, file, line })
    else if (payload.length)
      captions.push({ ...timing, ...readPayload(payload), line: line + 1 })
  }
  let before = 0
  for (const { start, line } of captions) {
    if (start < before) {
      problems.push({
        message: 'This caption begins before the one above it; they are put in order.',
        hint: 'Sort the captions by their times.',
        file,
        line: line - 1,
      })
    }
    before = start
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

/** The times of a caption, or what is wrong with them. */
function readTiming(line: string | undefined): { start: number, end: number } | string {
  const [, from, to] = TIMING.exec(line ?? '') ?? []
  if (!from || !to)
    return 'This caption has no line with its times'
  const start = parseTimestamp(from)
  const end = parseTimestamp(to)
  if (start === undefined || end === undefined)
    return `"${start === undefined ? from : to}" is not a time of WebVTT`
  return end > start ? { start, end } : 'This caption ends before it begins'
}

function parseTimestamp(text: string): number | undefined {
  return TIMESTAMP.test(text) ? parseTime(text) : undefined
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00A0', lrm: '\u200E', rlm: '\u200F' }

function readPayload(lines: string[]): { text: string, speaker?: string } {
  const payload = lines.join(' ')
  const speaker = /<v(?:\.[^\s>]*)?[ \t]([^>]+)>/.exec(payload)?.[1]?.trim()
  const text = decode(payload.replace(/<[^>]*>/g, '')).replace(/\s+/g, ' ').trim()
  return { text, ...speaker && { speaker: decode(speaker) } }
}

function decode(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}
