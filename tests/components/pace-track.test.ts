import type { Talk } from '../../pages/presenter/use-talk.ts'
import { afterAll, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import PaceTrack from '../../pages/presenter/PaceTrack.vue'
import { paceOf } from '../../src/shared/pace.ts'
import { render } from './render.ts'

// The clock is written in the language of the page.
vi.stubGlobal('document', { documentElement: { lang: 'en' } })
afterAll(() => void vi.unstubAllGlobals())

const NOW = Date.parse('2026-05-04T09:30:00Z')
const planned = [300, 300, 300, 300, 300, 300]

/** The track of a talk that has come to the beginning of a slide after some seconds. */
function track(at: number, elapsed: number, started: number | undefined = NOW - elapsed * 1000): Promise<string> {
  const pace = ref(paceOf({ planned, at, onSlide: 0, elapsed }))
  const talk = { pace, elapsed: ref(elapsed * 1000), now: ref(NOW), view: ref({ started }) }
  return render(PaceTrack, { talk: talk as unknown as Talk })
}

it('has two markers on one track: how long the talk has gone, and where the plan is with this slide', async () => {
  const html = await track(2, 750)
  expect(html).toContain('aria-label="12:30 of 30:00; the plan is at 10:00"')
  expect(Array.from(html.matchAll(/class="marker (\w+)" style="inset-inline-start:([\d.]+)%/g), ([, name, place]) => [name, Math.round(Number(place))])).toEqual([['planned', 27], ['now', 34]])
})

it('tells the end, coloured only where that is off by more than a minute', async () => {
  expect(await track(3, 920)).toMatch(/class="pace".*on time/s)
  const late = await track(3, 1200)
  expect(late).toMatch(/class="pace off"/)
  expect(late).toMatch(/\d+ min late/)
  expect(await track(3, 600)).toMatch(/class="pace off".*min early/s)
})

it('says nothing of being late or early before there is something to base it on', async () => {
  for (const html of [await track(3, 20), await track(1, 89), await track(0, 0, undefined)])
    expect(html).not.toMatch(/early|late|on time|pace off/)
  expect(await track(3, 90)).toContain('min early')
})
