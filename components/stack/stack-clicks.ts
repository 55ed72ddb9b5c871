import type { ClicksContext } from '@slidev/types'
import type { Ref } from 'vue'
import { inject, onMounted, onUnmounted, ref, watchEffect } from 'vue'
import { slidevInjections } from '../../src/slidev/contract/names.ts'

/**
 * Takes `size()` clicks of the slide from `at` on, as `v-click` does.
 * Returns how many of them have been made: endlessly many where nobody clicks, so that the end is shown.
 */
export function useStackClicks(size: () => number, at: number | string): Ref<number> {
  const context = inject<Ref<ClicksContext> | undefined>(slidevInjections.clicks, undefined)?.value
  const made = ref(context && size() ? 0 : Number.POSITIVE_INFINITY)
  const key = Symbol('stack diagram') as unknown as HTMLElement
  // Only now have the clicks of everything before it on the slide been counted.
  onMounted(() => {
    const span = size() ? context?.calculateSince(at, size()) : undefined
    if (!context || !span)
      return
    context.register(key, span)
    watchEffect(() => made.value = span.currentOffset.value + 1)
  })
  onUnmounted(() => context?.unregister(key))
  return made
}

/** Where a component stands, for error messages: `on the slide “Kernel”`, or nothing outside of a deck. */
export function useSlideWords(): string {
  const title = inject<{ meta?: { slide?: { title?: string } } } | undefined>(slidevInjections.route, undefined)?.meta?.slide?.title
  const page = inject<Ref<number> | undefined>(slidevInjections.page, undefined)?.value
  return title ? ` on the slide “${title}”` : page ? ` on slide ${page}` : ''
}
