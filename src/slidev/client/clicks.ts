import type { ClicksContext, ClicksInfo, RenderContext } from '@slidev/types'
import type { ComputedRef, Ref } from 'vue'
import { computed, inject, onMounted, onUnmounted, ref, shallowRef, watchEffect } from 'vue'
import { slidevInjections } from '../contract/names.ts'

export interface Click {
  /** Whether the click has been made; always where there is no deck. */
  done: ComputedRef<boolean>
}

/** Takes the next click of the slide for the component, as `v-click` does. */
export function useClick(wanted: boolean): Click {
  const context = inject<Ref<ClicksContext> | undefined>(slidevInjections.clicks, undefined)?.value
  if (!context || !wanted)
    return { done: computed(() => true) }
  const key = Symbol('click') as unknown as HTMLElement
  const info = shallowRef<ClicksInfo | null>()
  const take = () => {
    info.value = context.calculateSince('+1')
    if (info.value)
      context.register(key, info.value)
  }
  // Once mounted, the clicks of everything before it on the slide have been counted; a server mounts nothing.
  if (typeof document === 'undefined')
    take()
  else
    onMounted(take)
  onUnmounted(() => context.unregister(key))
  return { done: computed(() => info.value?.isActive.value ?? false) }
}

/**
 * Takes clicks of the slide for a component whose steps follow each other, as `v-click` does.
 * To be called in its setup.
 * @param count how many it takes
 * @param at the click of the first one, as in `v-click`
 * @returns how many of them have been made; all where nobody clicks, so that the end is shown
 */
export function useSteps(count: number, at: number | string): ComputedRef<number> {
  const context = inject<Ref<ClicksContext> | undefined>(slidevInjections.clicks, undefined)?.value
  const made = ref(context && count ? 0 : count)
  const key = Symbol('steps') as unknown as HTMLElement
  // Only now have the clicks of everything before it on the slide been counted.
  onMounted(() => {
    const span = count ? context?.calculateSince(at, count) : undefined
    if (!context || !span)
      return
    context.register(key, span)
    watchEffect(() => made.value = span.currentOffset.value + 1)
  })
  onUnmounted(() => context?.unregister(key))
  return computed(() => Math.min(Math.max(made.value, -1), count))
}

/** Whether the slide of the component is the one that is shown now, to an audience or a presenter. */
export function useIsShown(): ComputedRef<boolean> {
  const slidev = inject<{ nav: { currentSlideNo: number } } | undefined>(slidevInjections.slidev, undefined)
  const page = inject<Ref<number> | undefined>(slidevInjections.page, undefined)
  const context = inject<Ref<RenderContext> | undefined>(slidevInjections.renderContext, undefined)
  const isSeen = () => context?.value === 'slide' || context?.value === 'presenter'
  return computed(() => slidev !== undefined && isSeen() && slidev.nav.currentSlideNo === page?.value)
}
