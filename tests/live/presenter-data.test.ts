import type { LiveTalk } from '../../src/live/live-talk.ts'
import { expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { presenterData } from '../../src/live/presenter-data.ts'
import { talksCourse } from '../talk/read-fixture.ts'

it('leads from notes to slides of the lecture, to other decks and files, and to other hosts', async () => {
  const course = await loadCourse(talksCourse)
  const [lecture, other] = course.lectures
  const notes = `[a](#/asks) [b](/${other!.slug}) [c](/${other!.slug}#/${other!.slides[1]!.id}) [d](/kernel.webm) [e](https://example.org/manual)`
  const slides = lecture!.slides.map((slide, i) => ({ ...slide, notes: i ? '' : notes }))
  const talk = { lecture: { ...lecture!, slides }, clicks: [], plan: slides.map(() => 60) } as unknown as LiveTalk
  const [first] = presenterData(talk, { ...course, lectures: [talk.lecture, other!] }).slides
  const links = Array.from(first!.notes[0]!.html.matchAll(/href="([^"]*)"/g), ([, href]) => href)
  expect(links).toEqual(['#/asks', `../../${other!.slug}/deck/`, `../../${other!.slug}/deck/#/${other!.slides[1]!.id}`, '../../kernel.webm', 'https://example.org/manual'])
})
