import type { InkPage } from '../../src/shared/ink.ts'
import type { Pointer, PresenterData, PresenterSlide, PresenterView, SlideMarkup } from '../../src/shared/live.ts'
import { computed, onMounted, onUnmounted, ref, shallowRef } from 'vue'
import { createInkPages } from '../../src/shared/ink-pages.ts'
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

  /** Does something, and says why where it is not done. */
  async function tryAct(what: Record<string, unknown>): Promise<string | undefined> {
    const told = await send('/live/act', { lecture: slug, ...what })
    wrong.value = told ?? ''
    return told
  }
  const act = async (what: Record<string, unknown>) => void await tryAct(what)
  const point = (pointer?: Pointer) => void send('/live/act', { lecture: slug, do: 'point', ...pointer })

  /** Lines of this page that the server does not have yet. */
  const ownStrokes = new Set<string>()
  /** Changes with what is drawn. */
  const drawn = ref(0)
  const ink = createInkPages({
    async fetchPage(number, board) {
      const response = await fetch(`/live/ink/${encodeURIComponent(slug)}/${number}/${board}`)
      return response.ok ? await response.json() as InkPage : undefined
    },
    onChange: () => drawn.value++,
    isOwn: id => ownStrokes.has(id),
  })

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
        if (view.value && view.value.talk !== next.talk)
          ink.clear()
        view.value = next
        ink.list(next.ink)
        drawn.value++
      },
      ink: ink.take,
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

  const drawing = { ink, ownStrokes, drawn }
  return { data, view, connected, wrong, now, here, slide, next, elapsed, pace, ...drawing, tryAct, act, point, markup }
}

export type Talk = ReturnType<typeof useTalk>
