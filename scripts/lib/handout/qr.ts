import { create } from 'qrcode'

/** A QR code as SVG, one unit a module, without a margin; its words are those that a person sees who cannot scan it. */
export function qrSvg(text: string, label: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'L' })
  let path = ''
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x))
        continue
      let width = 1
      while (x + width < modules.size && modules.get(y, x + width))
        width++
      path += `M${x} ${y}h${width}v1h-${width}z`
      x += width
    }
  }
  return `<svg role="img" aria-label="${label}" viewBox="0 0 ${modules.size} ${modules.size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
}
