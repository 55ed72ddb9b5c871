// What runs in the page of a print view: it reaches nothing outside of it.

export interface Box { x: number, y: number, width: number, height: number }

/** A text as it stands on a slide, in pixels of the slide. */
export interface ShownText extends Box {
  /** What it is on its slide, whatever else comes and goes. */
  key: string
  text: string
  /** Pixels of its letters. */
  size: number
  isBold: boolean
  color: string
  /** The colors behind it, from the nearest; none where a picture may be behind it. */
  grounds?: string[]
  inDrawing: boolean
  /** Whether it goes to its place in sight. */
  isAnimated: boolean
  /** Number of the nearest box that places it by itself, 0 for none. */
  layer: number
}

/** A fault that one step shows by itself. */
export interface ShownFault extends Box {
  rule: 'box-overflow' | 'scroll-bar' | 'blurred-picture'
  message: string
  /** Words at which it can be found in the Markdown. */
  text: string
}

export interface ShownStep { texts: ShownText[], faults: ShownFault[] }

/** What each of some slides shows, by the ids of their elements. */
export function readSteps({ ids, layout }: { ids: string[], layout: string }): ShownStep[] {
  const NOT_READ = [
    '[aria-hidden="true"], .katex, sub, sup, script, style, noscript, .slide-foot, .docent-canary',
    // What stands for something on another host is told of as such.
    '.remote-still',
  ].join()
  return ids.map((id) => {
    const slide = document.getElementById(id)
    return slide ? readStep(slide) : { texts: [], faults: [] }
  })

  function readStep(slide: HTMLElement): ShownStep {
    const frame = slide.getBoundingClientRect()
    const scale = frame.width / slide.offsetWidth
    const root = slide.querySelector<HTMLElement>(layout) ?? slide
    const counts = new Map<string, number>()
    const layers: Element[] = []
    const texts: ShownText[] = []
    const faults: ShownFault[] = []
    for (const element of [root, ...root.querySelectorAll<HTMLElement>('*')]) {
      if (element.closest(NOT_READ) || !isSeen(element))
        continue
      if (element instanceof HTMLImageElement)
        faults.push(...blurred(element))
      faults.push(...scrolling(element))
      const text = ownText(element)
      if (!text)
        continue
      const box = textBox(element)
      if (!box)
        continue
      const name = `${element.localName} ${text.slice(0, 60)}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
      const style = getComputedStyle(element)
      texts.push({
        ...box,
        key: `${name} ${counts.get(name)}`,
        text,
        size: Number.parseFloat(style.fontSize) * zoomOf(element),
        isBold: Number(style.fontWeight) >= 600,
        color: element instanceof SVGElement ? style.fill : style.color,
        grounds: groundsOf(element),
        inDrawing: element.closest('svg') !== null,
        isAnimated: isAnimated(element),
        layer: layerOf(element),
      })
      faults.push(...outOfBox(element, box, text))
    }
    return { texts, faults }

    function relative(rect: DOMRect): Box {
      return {
        x: (rect.x - frame.x) / scale,
        y: (rect.y - frame.y) / scale,
        width: rect.width / scale,
        height: rect.height / scale,
      }
    }

    function textBox(element: Element): Box | undefined {
      const range = document.createRange()
      const rects = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).flatMap((node) => {
        range.selectNodeContents(node)
        return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
      })
      if (!rects.length)
        return
      const [left, top] = [Math.min(...rects.map(({ left }) => left)), Math.min(...rects.map(({ top }) => top))]
      const right = Math.max(...rects.map(({ right }) => right))
      const bottom = Math.max(...rects.map(({ bottom }) => bottom))
      return relative(new DOMRect(left, top, right - left, bottom - top))
    }

    /** How much larger than its style says an element is drawn. */
    function zoomOf(element: Element): number {
      if (element instanceof SVGGraphicsElement)
        return Math.abs(element.getScreenCTM()?.a ?? 1) / scale
      const box = element.closest<HTMLElement>('div, p, li, td, th, pre, h1, h2, h3, h4, section, figure')
      return box?.offsetWidth ? box.getBoundingClientRect().width / box.offsetWidth / scale : 1
    }

    function groundsOf(element: Element): string[] | undefined {
      if (element.closest('svg'))
        return
      const grounds: string[] = []
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at)
        if (backgroundImage !== 'none' || Number(opacity) < 1 || hasPseudoGround(at))
          return
        if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) {
          grounds.push(backgroundColor)
          if (!/[,/] *0?\.\d+\)$/.test(backgroundColor))
            return grounds
        }
      }
      return grounds.length ? grounds : undefined
    }

    /** Whether something is drawn before or after an element that may lie behind its text. */
    function hasPseudoGround(element: Element): boolean {
      return ['::before', '::after'].some((pseudo) => {
        const { content, position, backgroundColor, backgroundImage, width } = getComputedStyle(element, pseudo)
        const isDrawn = content !== 'none' && content !== 'normal' && position === 'absolute'
        const isFilled = backgroundImage !== 'none' || !/, 0\)$|^transparent$/.test(backgroundColor)
        return isDrawn && isFilled && Number.parseFloat(width) > 100
      })
    }

    function layerOf(element: Element): number {
      const layer = [...ancestors(element)].find(at => ['absolute', 'fixed'].includes(getComputedStyle(at).position))
      if (!layer)
        return 0
      if (!layers.includes(layer))
        layers.push(layer)
      return layers.indexOf(layer) + 1
    }

    function* ancestors(element: Element): Generator<Element> {
      for (let at: Element | null = element; at && at !== root; at = at.parentElement)
        yield at
    }

    /** Whether what is drawn around a text ends before it. */
    function outOfBox(element: Element, box: Box, text: string): ShownFault[] {
      const holder = [...ancestors(element)].find((at) => {
        const { display, backgroundColor, borderTopWidth, borderLeftWidth } = getComputedStyle(at)
        const isDrawn = !/, 0\)$|^transparent$/.test(backgroundColor)
          || (Number.parseFloat(borderTopWidth) > 0 && Number.parseFloat(borderLeftWidth) > 0)
        return isDrawn && /block|flex|grid/.test(display)
      })
      if (!holder || holder.closest('svg, table, pre, button') || holder.contains(slide))
        return []
      const outer = relative(holder.getBoundingClientRect())
      const right = box.x + box.width - outer.x - outer.width
      const bottom = box.y + box.height - outer.y - outer.height
      if (Math.max(right, bottom, outer.x - box.x, outer.y - box.y) < Math.max(6, box.height * 0.25))
        return []
      return [{ ...outer, rule: 'box-overflow', message: `"${short(text)}" stands out of its box`, text }]
    }

    function scrolling(element: Element): ShownFault[] {
      const { overflowX, overflowY } = getComputedStyle(element)
      const down = element.scrollHeight - element.clientHeight
      const across = element.scrollWidth - element.clientWidth
      const isDown = /auto|scroll/.test(overflowY) && down > 4
      if (!isDown && !(/auto|scroll/.test(overflowX) && across > 4))
        return []
      const what = element.closest('pre') ? 'code' : `${element.localName}`
      const message = `The ${what} scrolls by ${isDown ? `${down} px down` : `${across} px to the side`}`
      const text = (element.textContent ?? '').trim().split('\n')[0]!
      return [{ ...relative(element.getBoundingClientRect()), rule: 'scroll-bar', message, text }]
    }

    function blurred(image: HTMLImageElement): ShownFault[] {
      const box = relative(image.getBoundingClientRect())
      const { objectFit, imageRendering } = getComputedStyle(image)
      const isDrawing = /\.svg(?:[?#]|$)|^data:image\/svg/.test(image.currentSrc)
      if (isDrawing || imageRendering === 'pixelated' || Math.min(box.width, box.height) < 40 || !image.naturalWidth)
        return []
      const [across, down] = [image.naturalWidth / box.width, image.naturalHeight / box.height]
      const pixels = objectFit === 'cover' || objectFit === 'fill' ? Math.min(across, down) : Math.max(across, down)
      if (pixels >= 0.9)
        return []
      const size = `${image.naturalWidth} x ${image.naturalHeight}`
      const name = decodeURI(new URL(image.currentSrc).pathname.split('/').at(-1)!)
      const shown = `${Math.round(box.width)} x ${Math.round(box.height)}`
      const message = `The picture ${name} has ${size} pixels and is shown at ${shown}`
      return [{ ...box, rule: 'blurred-picture', message, text: image.alt }]
    }
  }

  function ownText(element: Element): string {
    const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    return texts.map(({ nodeValue }) => nodeValue ?? '').join(' ').replace(/\s+/g, ' ').trim()
  }

  function isSeen(element: Element): boolean {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })
  }

  function isAnimated(element: Element): boolean {
    if (element.closest('.shiki-magic-move-container, [class*="motion"], svg'))
      return true
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { transitionProperty, transitionDuration, animationName } = getComputedStyle(at)
      const moves = /transform|all|left|top|inset|margin|translate/.test(transitionProperty)
      const takesTime = transitionDuration.split(',').some(time => Number.parseFloat(time) > 0)
      if (animationName !== 'none' || (moves && takesTime))
        return true
    }
    return false
  }

  function short(text: string): string {
    return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text
  }
}
