import { encode } from 'uqr'

/** A QR code as SVG, one unit a module, without a margin; its words are those that a person sees who cannot scan it. */
export function qrSvg(text: string, label: string): string {
  const { data, size } = encode(text, { ecc: 'L', border: 0 })
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y]![x])
        continue
      let width = 1
      while (x + width < size && data[y]![x + width])
        width++
      path += `M${x} ${y}h${width}v1h-${width}z`
      x += width
    }
  }
  return `<svg role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
}
