/**
 * Runs in a page. Gives every element of an SVG its looks by itself and removes the style sheet, so that nothing of it
 * reaches the page it will stand in, and nothing of that page reaches it.
 */
export function inlineStyles(svg: SVGSVGElement): void {
  const inherited = [
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linecap',
    'stroke-linejoin',
    'stroke-opacity',
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
    'text-anchor',
    'visibility',
    'letter-spacing',
    'paint-order',
  ]
  const own: Record<string, string> = {
    'opacity': '1',
    'display': 'inline',
    'dominant-baseline': 'auto',
    'alignment-baseline': 'auto',
    'text-decoration-line': 'none',
    'stop-color': 'rgb(0, 0, 0)',
    'stop-opacity': '1',
  }
  const isDrawn = (element: Element) =>
    element instanceof SVGElement && !['style', 'title', 'desc', 'script'].includes(element.localName)
  const elements = [svg, ...svg.querySelectorAll('*')].filter(isDrawn) as SVGElement[]
  const looks = elements.map((element) => {
    const style = getComputedStyle(element)
    const above = element === svg ? undefined : getComputedStyle(element.parentElement!)
    const isOwn = (name: string) => element !== svg
      && style.getPropertyValue(name) !== own[name]
      && !(name === 'display' && style.display === 'block')
    const differing = [
      ...inherited.filter(name => !above || style.getPropertyValue(name) !== above.getPropertyValue(name)),
      ...Object.keys(own).filter(isOwn),
    ]
    const declare = (name: string) =>
      `${name}:${style.getPropertyValue(name).replace(/url\("#([^"]*)"\)/g, 'url(#$1)')}`
    return differing.map(declare).join(';')
  })
  for (const [i, element] of elements.entries()) {
    element.removeAttribute('class')
    element.removeAttribute('style')
    for (const { name } of [...element.attributes]) {
      if (name.startsWith('data-') || inherited.includes(name) || name in own || name === 'name' || name === 'tabindex')
        element.removeAttribute(name)
    }
    if (looks[i])
      element.setAttribute('style', looks[i])
  }
  for (const element of svg.querySelectorAll('style, script'))
    element.remove()
}
