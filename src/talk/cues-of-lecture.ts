import type { Problem } from '../core/errors.ts'
import type { Lecture } from '../course/course.ts'
import type { CueEvent } from './cue-log.ts'
import { didYouMean } from '../core/did-you-mean.ts'
import { typed } from '../core/typed.ts'

/**
 * Fits the events of a log to a lecture that may have changed since: those of slides that are gone are left out.
 * @param file path of the log
 */
export function eventsOfLecture(
  events: readonly CueEvent[],
  lecture: Lecture,
  file: string,
): { events: CueEvent[], problems: Problem[] } {
  const ids = lecture.slides.map(({ id }) => id)
  const gone = new Map<string, number[]>()
  for (const { slide, line } of events) {
    if (!ids.includes(slide))
      gone.set(slide, [...gone.get(slide) ?? [], line])
  }
  return {
    events: events.filter(({ slide }) => !gone.has(slide)),
    problems: [
      ...Array.from(gone, ([slide, lines]): Problem => ({
        message: `The lecture has no slide "${slide}"; ${linesAre(lines.length)} left out.`,
        hint: `If the slide has a new id, run: ${
          typed(`cues ${lecture.slug} --rename ${slide}=${didYouMean(slide, ids) ?? 'new-id'} --write`)}`,
        file,
        line: lines[0],
      })),
      ...pauseProblems(events, file),
    ],
  }
}

function linesAre(count: number): string {
  return count > 1 ? `this line and ${count - 1} more are` : 'this line is'
}

function pauseProblems(events: readonly CueEvent[], file: string): Problem[] {
  const problems: Problem[] = []
  let pause: CueEvent | undefined
  for (const event of events) {
    if (event.event === 'resume') {
      if (!pause) {
        problems.push({
          message: 'This "resume" has no "pause" before it; it changes nothing.',
          hint: 'Remove the line, or add the "pause" that it ends.',
          file,
          line: event.line,
        })
      }
      pause = undefined
    }
    if (event.event === 'pause')
      pause ??= event
  }
  if (pause && pause !== events.at(-1)) {
    problems.push({
      message: 'This "pause" has no "resume" after it; it is ignored.',
      hint: 'Add a line with "resume" at the time at which the recording went on.',
      file,
      line: pause.line,
    })
  }
  return problems
}
