import type { Lecture, Slide } from '../course/course.ts'
import type { TalkEvent } from './log/talk-event.ts'
import { readBlocks } from '../markdown/blocks.ts'
import { scanMarkdown } from '../markdown/fences.ts'
import { secondsBySlide } from './log/shown-times.ts'

// Of people who lecture: words of notes are said as they stand, words of slides are said with others around them.
const SECONDS = { slide: 20, opening: 15, word: 0.7, noteWord: 0.42, codeLine: 4, step: 5 } as const
/** A slide that was passed over says nothing of how long it takes. */
const SHOWN = 3

interface PlanOptions {
  /** Steps of each slide, in order, where they are known. */
  clicks?: readonly number[]
  /** Events of earlier talks of this lecture. */
  talks?: readonly (readonly TalkEvent[])[]
}

/**
 * Seconds that are planned for each slide of a lecture, in order. `minutes` counts: of the lecture (its first slide),
 * of a section (a slide with the layout `section`), of a slide. What it leaves open is shared out as earlier talks
 * went, or by words, steps and code.
 */
export function planOf(lecture: Lecture, { clicks = [], talks = [] }: PlanOptions = {}): number[] {
  const { slides, minutes } = lecture
  const measured = measuredSeconds(talks)
  const seconds = slides.map((slide, i) => measured.get(slide.id) ?? estimate(slide, clicks[i]))
  const fixed = new Set<number>()
  for (const [i, { minutes, layout }] of slides.entries()) {
    if (i && minutes !== undefined && layout !== 'section') {
      seconds[i] = minutes * 60
      fixed.add(i)
    }
  }
  const openings = slides.flatMap(({ layout }, i) => layout === 'section' ? [i] : [])
  for (const [n, from] of openings.entries()) {
    const planned = from ? slides[from]!.minutes : undefined
    const section = range(from, openings[n + 1] ?? slides.length)
    if (planned === undefined)
      continue
    fit(seconds, section.filter(i => !fixed.has(i)), planned * 60 - sum(seconds, section.filter(i => fixed.has(i))))
    section.forEach(i => fixed.add(i))
  }
  if (minutes !== undefined) {
    const all = range(0, slides.length)
    fit(seconds, all.filter(i => !fixed.has(i)), minutes * 60 - sum(seconds, all.filter(i => fixed.has(i))))
  }
  return seconds.map(Math.round)
}

/** Mean seconds of each slide in earlier talks. */
function measuredSeconds(talks: readonly (readonly TalkEvent[])[]): Map<string, number> {
  const all = new Map<string, number[]>()
  for (const [slide, seconds] of talks.flatMap(events => [...secondsBySlide(events)])) {
    if (seconds >= SHOWN)
      all.set(slide, [...all.get(slide) ?? [], seconds])
  }
  return new Map(Array.from(all, ([slide, list]) => [slide, list.reduce((a, b) => a + b) / list.length]))
}

function estimate({ content, notes, words, layout }: Slide, clicks?: number): number {
  const base = layout === 'section' || layout === 'cover' ? SECONDS.opening : SECONDS.slide
  const steps = clicks ?? content.match(/<v-click\b|\sv-click\b/g)?.length ?? 0
  const { lines, isText } = scanMarkdown(content)
  const code = lines.filter((line, i) => !isText[i] && line.trim()).length
  const think = readBlocks(content).blocks.reduce((all, { options }) => all + (Number(options.think) || 0), 0)
  const shown = words * SECONDS.word + code * SECONDS.codeLine
  const said = notes.split(/\s+/).filter(Boolean).length * SECONDS.noteWord
  return base + Math.max(shown, said) + steps * SECONDS.step + think
}

/** Scales some of the seconds to a sum; nothing goes below a tenth of what it was. */
function fit(seconds: number[], at: readonly number[], wanted: number): void {
  const factor = Math.max(0.1, wanted / (sum(seconds, at) || 1))
  for (const i of at)
    seconds[i]! *= factor
}

function sum(seconds: readonly number[], at: readonly number[]): number {
  return at.reduce((all, i) => all + seconds[i]!, 0)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}
