import type { Pointer, PresenterData, PresenterSlide, PresenterView, SlideMarkup } from '../../src/shared/live.ts'
import { computed, onMounted, onUnmounted, ref, shallowRef } from 'vue'
import { paceOf } from '../../src/shared/pace.ts'
import { createServerClock } from '../client/live/clock.ts'
import { listenTo, send } from '../client/live/events.ts'

/** What a presenter view knows, and what it can do. */
export function useTalk(slug: string) {
  const clock = createServerClock()
  const data = shallowRef<PresenterData & { failure?: string }>()
  const view = shallowRef<PresenterView>()
  const connected = ref(true)
  /** What the last act was answered where it was not done. */
  const wrong = ref('')
  const now = ref(Date.now())

  async function act(what: Record<string, unknown>): Promise<void> {
    wrong.value = await send('/live/act', { lecture: slug, ...what }) ?? ''
  }
  const point = (pointer?: Pointer) => void send('/live/act', { lecture: slug, do: 'point', ...pointer })

  const here = computed(() => view.value?.here ?? { number: 1, click: 0 })
  const slide = computed((): PresenterSlide | undefined => data.value?.slides[here.value.number - 1])
  /** The step that comes next. */
  const next = computed(() => {
    const { number, click } = here.value
    if (slide.value && click < slide.value.clicks)
      return { number, click: click + 1 }
    const after = data.value?.slides.find(one => one.number > number && !view.value?.leftOut.includes(one.id))
    return after && { number: after.number, click: 0 }
  })
  /** Milliseconds of the talk; it stands still in pauses. */
  const elapsed = computed(() => {
    const { elapsed = 0, started, paused, now: told = 0 } = view.value ?? {}
    return started === undefined || paused ? elapsed : elapsed + Math.max(0, now.value - told)
  })
  const pace = computed(() => {
    const { leftOut = [], entered = 0, started } = view.value ?? {}
    if (!data.value)
      return
    return paceOf({
      planned: data.value.slides.map(({ id, planned }) => leftOut.includes(id) ? 0 : planned),
      at: here.value.number - 1,
      onSlide: started === undefined ? 0 : Math.max(0, (now.value - entered) / 1000),
      elapsed: elapsed.value / 1000,
    })
  })

  onMounted(() => {
    listenTo(() => `/live/events?as=presenter&lecture=${encodeURIComponent(slug)}`, {
      data: (next: PresenterData) => data.value = next,
      view: (next: PresenterView) => {
        clock.set(next.now)
        now.value = clock.now()
        view.value = next
      },
    }, state => connected.value = state)
  })
  const timer = setInterval(() => now.value = clock.now(), 500)
  onUnmounted(() => clearInterval(timer))

  const known = new Map<string, Promise<SlideMarkup | undefined>>()
  /** Any step of the lecture. */
  function markup({ number, click }: { number: number, click: number }): Promise<SlideMarkup | undefined> {
    const address = `/live/slide/${encodeURIComponent(slug)}/${number}/${click}`
    const found = known.get(address) ?? fetch(address)
      .then(async response => response.ok ? await response.json() as SlideMarkup : undefined)
      .catch(() => undefined)
    known.set(address, found)
    found.then(slide => slide ?? known.delete(address))
    return found
  }

  return { data, view, connected, wrong, now, here, slide, next, elapsed, pace, act, point, markup }
}

export type Talk = ReturnType<typeof useTalk>
