// What the toolkit uses of `@slidev/client`, which ships sources that do not compile under strict settings.
import type { ClicksContext, SlideRoute } from '@slidev/types'
import type { ComputedRef, CSSProperties, Ref } from 'vue'
import type { Router } from 'vue-router'

export interface SlidevNav {
  slides: Ref<SlideRoute[]>
  total: ComputedRef<number>
  currentSlideNo: ComputedRef<number>
  currentSlideRoute: ComputedRef<SlideRoute>
  clicksContext: ComputedRef<ClicksContext>
  clicks: ComputedRef<number>
  clicksTotal: ComputedRef<number>
  router: Router
  isPrintMode: ComputedRef<boolean>
  isPrintWithClicks: Ref<boolean>
  /** Numbers of the slides of the print view. */
  printRange: Ref<number[]>
  isEmbedded: ComputedRef<boolean>
  isPlaying: ComputedRef<boolean>
  isPresenter: ComputedRef<boolean>
  next: () => Promise<void>
  prev: () => Promise<void>
  go: (no: number | string, clicks?: number, force?: boolean) => Promise<void>
}

export type RenderContext = 'none' | 'slide' | 'overview' | 'presenter' | 'previewNext'

export interface SlideContext {
  $slidev: { nav: SlidevNav, configs: Record<string, unknown>, themeConfigs: Record<string, unknown> }
  $nav: Ref<SlidevNav>
  $clicksContext: ClicksContext
  $clicks: Ref<number>
  /** Number of the slide that the component stands on, from 1. */
  $page: Ref<number>
  $route?: SlideRoute
  $renderContext: Ref<RenderContext>
  $frontmatter: Record<string, unknown>
  $scale: Ref<number>
}

export function useSlideContext(): SlideContext
export function useNav(): SlidevNav
export function useDarkMode(): { isDark: Ref<boolean> }
export function useIsSlideActive(): ComputedRef<boolean>
export function onSlideEnter(callback: () => void): void
export function onSlideLeave(callback: () => void): void
export const configs: Record<string, unknown>
export const sharedState: { timer: { status: 'stopped' | 'running' | 'paused', startedAt: number, pausedAt: number } }
/** The style of a slide with a color or a picture behind it; its address is resolved, and it is dimmed where asked. */
export function handleBackground(background?: string, dim?: boolean): CSSProperties
