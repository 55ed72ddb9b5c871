import type { FollowerView, Place, SlideMarkup } from '../../../src/shared/live.ts'

/** The slides that a page of the room has got; those it has are there when the server is not. */
export interface SeenSlides {
  get: (place: Place) => Promise<SlideMarkup | undefined>
  /** Takes a slide that has come by itself. */
  put: (slide: SlideMarkup & Place) => void
  /** Fetches, in peace, what was shown before this page came. */
  fill: (view: FollowerView) => void
}

/** Milliseconds between two slides that nobody waits for. */
const PEACE = 400

export function createSeenSlides(): SeenSlides {
  const known = new Map<string, Promise<SlideMarkup | undefined>>()
  let talk = ''
  let filling = false
  const fetchSlide = async ({ number, click }: Place): Promise<SlideMarkup | undefined> => {
    const response = await fetch(`/room/slide/${number}/${click}`)
    return response.ok ? await response.json() as SlideMarkup : undefined
  }
  const get = (place: Place) => {
    const key = `${place.number}/${place.click}`
    const slide = known.get(key) ?? fetchSlide(place).catch(() => undefined)
    known.set(key, slide)
    // What failed is asked for again the next time.
    slide.then(found => found ?? known.delete(key))
    return slide
  }
  return {
    get,
    put: slide => void known.set(`${slide.number}/${slide.click}`, Promise.resolve(slide)),
    async fill(view) {
      if (view.talk !== talk)
        known.clear()
      talk = view.talk
      if (filling)
        return
      filling = true
      for (const [number, click] of view.seen) {
        if (!known.has(`${number}/${click}`)) {
          await get({ number, click })
          await new Promise(resolve => setTimeout(resolve, PEACE))
        }
      }
      filling = false
    },
  }
}
