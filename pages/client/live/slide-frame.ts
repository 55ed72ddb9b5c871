import type { SlideMarkup } from '../../../src/shared/live.ts'

/** Shows frozen slides in an element, one after the other, without a moment in which there is none. */
export interface SlideFrame {
  show: (slide: SlideMarkup) => void
  /** Dark on light or light on dark, and nothing between. */
  setContrast: (on: boolean) => void
  clear: () => void
}

/** Milliseconds after which a slide is shown although its style sheet has not come. */
const PATIENCE = 2000
const CONTRAST = `@media screen and (prefers-color-scheme: light) {
  * { color: #000 !important; background: #fff !important; border-color: #000 !important }
}
@media screen and (prefers-color-scheme: dark) {
  * { color: #fff !important; background: #000 !important; border-color: #fff !important }
}
a { text-decoration: underline !important }`

/** @param onLink told the number of a slide to which a link on a slide leads */
export function createSlideFrame(host: HTMLElement, onLink: (number: number) => void): SlideFrame {
  const root = host.attachShadow({ mode: 'open' })
  let last = ''
  let turn = 0
  let contrast: HTMLStyleElement | undefined
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a')
    const number = /^#(\d+)$/.exec(link?.getAttribute('href') ?? '')?.[1]
    if (link?.getAttribute('href')?.startsWith('#'))
      event.preventDefault()
    if (number)
      onLink(Number(number))
  })
  return {
    show({ html, style, fonts, width, height, title }) {
      if (last === style + html)
        return
      last = style + html
      const own = ++turn
      declareFonts(fonts)
      host.style.aspectRatio = `${width} / ${height}`
      host.setAttribute('aria-label', title)
      const next = document.createElement('div')
      const sheet = document.createElement('link')
      sheet.rel = 'stylesheet'
      sheet.href = style
      next.style.visibility = 'hidden'
      next.append(sheet)
      next.insertAdjacentHTML('beforeend', html)
      let isShown = false
      const reveal = () => {
        if (isShown)
          return
        isShown = true
        // A later slide may be there already.
        if (own < turn && root.querySelector('[data-turn]'))
          return next.remove()
        root.querySelectorAll('[data-turn]').forEach(before => before.remove())
        next.dataset.turn = String(own)
        next.style.visibility = ''
      }
      sheet.onload = sheet.onerror = reveal
      setTimeout(reveal, PATIENCE)
      root.append(next)
    },
    setContrast(on) {
      contrast?.remove()
      contrast = undefined
      if (on) {
        contrast = document.createElement('style')
        contrast.textContent = CONTRAST
        root.append(contrast)
      }
    },
    clear() {
      last = ''
      turn++
      root.querySelectorAll('div[data-turn], div').forEach(one => one.parentNode === root && one.remove())
    },
  }
}

/** Typefaces count only where the page itself declares them. */
function declareFonts(address: string | undefined): void {
  const known = [...document.head.querySelectorAll<HTMLLinkElement>('link[data-fonts]')]
  if (!address || known.some(link => link.getAttribute('href') === address))
    return
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address })
  link.dataset.fonts = ''
  document.head.append(link)
}
