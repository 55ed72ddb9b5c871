import type { Ref } from 'vue'
import { onMounted, onUnmounted } from 'vue'

/** Pixels that a finger must go to the side, and how much further than up or down. */
const FAR = 60
const FLAT = 2

/** A finger that goes to the side walks through the talk; one that scrolls does not. */
export function useSwipe(place: Ref<HTMLElement | null>, does: (deed: 'next' | 'previous') => void): void {
  let start: Touch | undefined
  const begin = ({ touches }: TouchEvent) => start = touches.length === 1 ? touches[0] : undefined
  const end = ({ changedTouches: [touch] }: TouchEvent) => {
    if (!start || !touch)
      return
    const x = touch.clientX - start.clientX
    const y = touch.clientY - start.clientY
    if (Math.abs(x) > FAR && Math.abs(x) > Math.abs(y) * FLAT)
      does(x < 0 ? 'next' : 'previous')
    start = undefined
  }
  onMounted(() => {
    place.value?.addEventListener('touchstart', begin, { passive: true })
    place.value?.addEventListener('touchend', end)
  })
  onUnmounted(() => {
    place.value?.removeEventListener('touchstart', begin)
    place.value?.removeEventListener('touchend', end)
  })
}
