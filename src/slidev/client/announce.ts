import { configs, useNav } from '@slidev/client'
import { onMounted, watch } from 'vue'
import { sayInDeck } from './words.ts'

const VISUALLY_HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  margin: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
}

/**
 * Makes a deck usable for who hears it or walks it by keyboard: the slides are the page's main part,
 * and the title of each is said when it comes, and stands in the title of the window.
 */
export function announceSlides(): void {
  const { currentSlideRoute, currentSlideNo, total, isPrintMode } = useNav()
  onMounted(() => {
    if (isPrintMode.value)
      return
    const app = document.getElementById('app')!
    app.setAttribute('role', 'main')
    app.setAttribute('aria-label', String(configs.title ?? document.title))
    const speaker = document.createElement('p')
    speaker.className = 'slide-announcement'
    Object.assign(speaker.style, VISUALLY_HIDDEN)
    speaker.setAttribute('aria-live', 'polite')
    speaker.setAttribute('aria-atomic', 'true')
    app.append(speaker)
    const deck = document.title
    watch(currentSlideNo, (number) => {
      const { title } = currentSlideRoute.value?.meta.slide as { title?: string } | undefined ?? {}
      speaker.textContent = [sayInDeck('slideOf', { number, total: total.value }), ...title ? [title] : []].join(': ')
      document.title = title && !deck.startsWith(title) ? `${title} · ${deck}` : deck
    }, { immediate: true })
  })
}
