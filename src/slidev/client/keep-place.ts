import { useNav } from '@slidev/client'
import { watch } from 'vue'

const KEY = `docent-place:${location.pathname}`

/** Keeps a deck at its slide where that gets another title, and with it another address, while it is written. */
export function keepPlace(): void {
  const { router, slides, currentSlideNo, go, isPrintMode } = useNav()
  if (!import.meta.hot || isPrintMode.value)
    return
  const asked = () => String(router.currentRoute.value.params.no ?? '')
  const isKnown = (name: string) => slides.value.some(({ no, meta }) => {
    const { frontmatter } = meta.slide as { frontmatter: { routeAlias?: string } }
    return String(no) === name || frontmatter.routeAlias === name
  })
  watch([asked, currentSlideNo, () => isKnown(asked())] as const, ([name, number, known]) => {
    const kept = Number(sessionStorage.getItem(KEY))
    if (name && known)
      sessionStorage.setItem(KEY, String(number))
    else if (name && kept)
      void go(Math.min(kept, slides.value.length))
  }, { immediate: true })
}
