import { encode } from 'uqr'

/** A QR code as SVG, one unit a module, without a margin; its words are those that a person sees who cannot scan it. */
export function qrSvg(text: string, label: string): string {
  const { path, size } = qrPath(text)
  const view = `viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"`
  return `<svg role="img" aria-label="${label}" ${view}><path d="${path}"/></svg>`
}

/** A QR code as the data of an SVG path, one unit a module, and how many modules it has on a side. */
export function qrPath(text: string): { path: string, size: number } {
  const { data, size } = encode(text, { ecc: 'L', border: 0 })
  let path = ''
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) {
      if (!row[x])
        continue
      let width = 1
      while (row[x + width])
        width++
      path += `M${x} ${y}h${width}v1h-${width}z`
      x += width
    }
  }
  return { path, size }
}
