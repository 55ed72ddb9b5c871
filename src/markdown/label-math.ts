import type { FormulaSpeaker } from './math-to-speech.ts'
import { escapeHtml } from '../core/escape.ts'

const FORMULA = new RegExp([
  '<span class="katex"><span class="katex-mathml">',
  '<annotation encoding="application/x-tex">([\\s\\S]*?)</annotation>',
  '</math></span><span class="katex-html" aria-hidden="true">',
].join('[\\s\\S]*?'), 'g')

/**
 * Gives the formulas in KaTeX's HTML a name in words, on the element that is seen. As KaTeX writes them, a hidden copy
 * carries the sense and the visible one is hidden from screen readers; prints lose both.
 */
export function labelMath(html: string, speak: FormulaSpeaker): string {
  return html.replace(FORMULA, (_, latex: string) => {
    const words = escapeHtml(speak(decode(latex)))
    return `<span class="katex" role="img" aria-label="${words}"><span class="katex-html">`
  })
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', lbrace: '{', rbrace: '}' }

function decode(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|lbrace|rbrace);|&#x27;/g, (_, name?: string) => name ? ENTITIES[name]! : '\'')
}
