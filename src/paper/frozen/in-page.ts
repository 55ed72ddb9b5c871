// What runs in the page of a print view: a function here reaches nothing outside of it.

/** What is written before the path of a file of the site, until it is known from which page it is asked for. */
export const SITE_ADDRESS = 'docent-site:'

interface Freezing {
  /** Ids of the slides' elements, and addresses of their live slides. */
  slides: readonly { id: string, live: string }[]
  /** What is written before the name of a still. */
  stills: string
  /** What is written before paths of the site. */
  site: string
  /** What is added to ids inside of the slides, so that two copies can stand in one document. */
  suffix: string
  /** Selector of the elements whose text is not a slide's own. */
  dropped: string
}

/** An element that shows what markup cannot say, as a box on its slide, in pixels. */
export interface StillBox { slide: string, name: string, x: number, y: number, width: number, height: number }

export interface FrozenMarkup {
  /** HTML of each slide, in order. */
  slides: { html: string, hasHeading: boolean }[]
  stills: StillBox[]
  /** Paths of the style sheets below the site, in their order. */
  sheets: string[]
  /** Text of style elements. */
  styles: string[]
  /** Attributes of the root element and classes of the body, of which rules depend. */
  root: Record<string, string>
  isDark: boolean
  /** Pixels of a `rem`. */
  rem: number
}

/**
 * The markup of slides as it stands, without what moves it: scripts, handlers, comments, what nobody sees. Addresses of
 * the site begin with a mark; what cannot be said in markup is a picture of the same size that leads to the live slide.
 */
export function freezeMarkup({ slides: wanted, stills: folder, site, suffix, dropped }: Freezing): FrozenMarkup {
  const stills: StillBox[] = []
  const styles = Array.from(document.head.querySelectorAll('style'), ({ textContent }) => textContent ?? '')
  const headings = 'h1, h2, h3, h4, h5, h6'

  const slides = wanted.map((slide) => {
    const html = freeze(document.getElementById(slide.id)!, slide) as Element
    const levels = [...html.querySelectorAll<HTMLElement>(headings)].filter(heading => heading.textContent?.trim())
    // The page's own title is above them.
    const top = Math.min(...levels.map(({ tagName }) => Number(tagName[1])))
    for (const heading of levels) {
      const own = Number(heading.tagName[1])
      const level = Math.min(6, own - top + 2)
      if (level !== own)
        heading.setAttribute('aria-level', String(level))
    }
    if (suffix)
      renameInStyles(html)
    return { html: html.outerHTML, hasHeading: levels.length > 0 }
  })

  const { attributes, classList } = document.documentElement
  const root: Record<string, string> = {}
  for (const { name, value } of attributes) {
    if (name !== 'class' && name !== 'style')
      root[name] = value
  }
  const classes = [...classList, ...document.body.classList].filter(name => name !== 'dark' && name !== 'light')
  root.class = [...new Set(classes)].join(' ')
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  return {
    slides,
    stills,
    sheets: links.filter(({ href }) => href.startsWith(location.origin)).map(({ href }) => sitePath(new URL(href))),
    styles,
    root,
    isDark: classList.contains('dark'),
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  }

  function freeze(node: Node, slide: Freezing['slides'][number]): Node | undefined {
    if (node.nodeType === Node.TEXT_NODE)
      return node.cloneNode()
    if (!(node instanceof Element) || node.matches(dropped))
      return
    const inSvg = node instanceof SVGElement
    if (node.localName === 'style' && !inSvg && !node.closest('svg')) {
      styles.push(node.textContent ?? '')
      return
    }
    const style = getComputedStyle(node)
    if (style.display === 'none' && !inSvg)
      return
    if (node instanceof HTMLIFrameElement && !/^(?!about:)./.test(node.src) && !node.srcdoc)
      return emptyBox(node)
    if (needsPicture(node))
      return standIn(node as HTMLElement, slide, style)
    const copy = node.cloneNode(false) as Element
    for (const { name, value } of [...copy.attributes])
      setAttribute(copy, name, value, node)
    // It keeps its place and says nothing.
    if (style.visibility === 'hidden' && !inSvg && !showsSome(node)) {
      Object.assign((copy as HTMLElement).style, {
        boxSizing: 'border-box',
        width: style.width === 'auto' ? '' : style.width,
        height: style.height === 'auto' ? '' : style.height,
      })
      return copy
    }
    if (style.opacity === '0')
      copy.setAttribute('aria-hidden', 'true')
    // It is for the mouse and for keys, which only the live slide answers.
    if (node.matches('button, input, select, textarea'))
      copy.setAttribute('inert', '')
    if (node.matches('input') && (node as HTMLInputElement).checked)
      copy.setAttribute('checked', '')
    for (const child of node.childNodes) {
      const frozen = freeze(child, slide)
      if (frozen)
        copy.append(frozen)
    }
    return copy
  }

  function showsSome(node: Element): boolean {
    return [...node.querySelectorAll('*')].some(element => getComputedStyle(element).visibility !== 'hidden')
  }

  /** Styles of diagrams name the ids of their parts. */
  function renameInStyles(slide: Element): void {
    const ids = Array.from(slide.querySelectorAll('[id]'), ({ id }) => id.slice(0, -suffix.length))
    for (const style of slide.querySelectorAll('style')) {
      style.textContent = style.textContent!.replace(/#([\w-]+)/g, (whole, id: string) =>
        ids.includes(id) ? whole + suffix : whole)
    }
  }

  function needsPicture(node: Element): boolean {
    return node.matches('canvas, iframe, video, audio[controls], object, embed, [data-frozen="picture"]')
      || node.shadowRoot !== null
      || (node instanceof HTMLImageElement && node.src.startsWith('blob:'))
  }

  /** What a frame without an address takes up. */
  function emptyBox({ offsetWidth, offsetHeight }: HTMLElement): Node {
    return Object.assign(document.createElement('div'), { style: `width:${offsetWidth}px;height:${offsetHeight}px` })
  }

  function standIn(node: HTMLElement, slide: Freezing['slides'][number], style: CSSStyleDeclaration): Node | undefined {
    const { x, y, width, height } = node.getBoundingClientRect()
    if (!width || !height || style.visibility === 'hidden')
      return
    const name = `${slide.id}-${stills.length + 1}${suffix}`
    const place = document.getElementById(slide.id)!.getBoundingClientRect()
    stills.push({ slide: slide.id, name, x: x - place.x, y: y - place.y, width, height })
    const image = document.createElement('img')
    for (const attribute of ['id', 'class', 'style']) {
      const value = node.getAttribute(attribute)
      if (value)
        setAttribute(image, attribute, value, node)
    }
    const display = style.display === 'inline' ? 'inline-block' : style.display
    const placed = 'position inset margin float flex align-self justify-self grid-area z-index'
    for (const property of placed.split(' '))
      image.style.setProperty(property, style.getPropertyValue(property))
    Object.assign(image.style, {
      display,
      boxSizing: 'border-box',
      width: `${node.offsetWidth || width}px`,
      height: `${node.offsetHeight || height}px`,
      border: '0',
      padding: '0',
      objectFit: 'fill',
    })
    image.src = `${folder}${name}.webp`
    image.alt = node.getAttribute('aria-label')
      || node.getAttribute('title')
      || node.getAttribute('alt')
      || (node.localName === 'iframe' ? (node as HTMLIFrameElement).src : node.localName)
    const link = document.createElement('a')
    link.className = 'docent-still'
    link.href = slide.live
    link.append(image)
    return link
  }

  function setAttribute(copy: Element, name: string, value: string, original: Element): void {
    const isAddress = /^(?:src|poster|data|href|xlink:href)$/.test(name)
    const isOwn = /^on|^(?:tabindex|autofocus|contenteditable|draggable|nonce|loading)$|^data-(?:docent|href$|section$)/
    // A box that is not open yet is named after the second in which it was made.
    if (value === '[object Object]' || isOwn.test(name) || value.startsWith('popper_')) {
      copy.removeAttribute(name)
    }
    else if (name === 'href' && original.localName === 'a') {
      const href = linkOf(original)
      if (href === undefined)
        copy.removeAttribute('href')
      else
        copy.setAttribute('href', href)
    }
    else if (isAddress && value.startsWith('#')) {
      copy.setAttribute(name, value + suffix)
    }
    else if (isAddress) {
      copy.setAttribute(name, address(value))
    }
    else if (name === 'srcset') {
      copy.setAttribute(name, value.replace(/(^|,\s*)([^\s,]\S*)/g, (_, before: string, url: string) =>
        before + address(url)))
    }
    else if (value.includes('url(')) {
      copy.setAttribute(name, value.replace(/url\((["']?)([^"')]+)\1\)/g, (_, quote: string, url: string) =>
        `url(${quote}${url.startsWith('#') ? url + suffix : address(url)}${quote})`))
    }
    else if (suffix && name === 'id') {
      copy.setAttribute(name, value + suffix)
    }
    else if (suffix && /^(?:for|headers|aria-(?:labelledby|describedby|controls|owns|details))$/.test(name)) {
      copy.setAttribute(name, value.split(/\s+/).map(id => id + suffix).join(' '))
    }
  }

  /** Slidev takes every link for one within the deck; paper has changed some. */
  function linkOf(link: Element): string | undefined {
    const html = link as HTMLElement
    const href = html.dataset.href ?? link.getAttribute('href') ?? ''
    const plain = href.replace(/^#(?=\.\.?\/)/, '')
    return /^\s*javascript:/i.test(plain) ? undefined : address(plain)
  }

  function address(value: string): string {
    if (/^(?:data|mailto|tel):/i.test(value) || !URL.canParse(value, document.baseURI))
      return value
    const url = new URL(value, document.baseURI)
    return url.origin === location.origin ? `${site}${sitePath(url)}${url.hash}` : value
  }

  function sitePath({ pathname, search }: URL): string {
    return pathname.slice(1) + (pathname === location.pathname ? '' : search)
  }
}
