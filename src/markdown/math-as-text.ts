import { Parser } from 'htmlparser2'
import { onDemand } from '../core/on-demand.ts'

const katex = onDemand<typeof import('katex').default>('katex')

/** A formula in a line of Markdown, as Slidev reads it. */
const FORMULA = /(?<![\\$])\$(?![\s$])((?:\\.|[^$\\])*(?:\\.|[^$\\\s]))\$(?![\d$])/g
/** What would be a mark of Markdown in what a formula becomes. */
const MARKS = /[\\`*_[\]<>~#|!&]/g

const RAISED = signs('0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ +⁺ −⁻ =⁼ (⁽ )⁾ nⁿ iⁱ')
// Those that some typeface of the toolkit draws.
const LOWERED = signs('0₀ 1₁ 2₂ 3₃ 4₄ 5₅ 6₆ 7₇ 8₈ 9₉ +₊ −₋ =₌ (₍ )₎ iᵢ jⱼ rᵣ uᵤ vᵥ')
const DOUBLE_STRUCK = signs('Cℂ Hℍ Nℕ Pℙ Qℚ Rℝ Zℤ')
/** What stands over a letter, as the sign that joins it. */
const ACCENTS = new Map(Object.entries({
  'ˉ': '\u0304',
  '‾': '\u0304',
  '^': '\u0302',
  '~': '\u0303',
  '˙': '\u0307',
  '¨': '\u0308',
  'ˇ': '\u030C',
  '⃗': '\u20D7',
}))
/** Between two terms they stand apart. */
const SPACED = /^[=<>≤≥≠≈≡∼≅∝→⇒←⇐↔⇔↦∈∉⊂⊆∪∩+−±×⋅∣]$/

function signs(pairs: string): ReadonlyMap<string, string> {
  return new Map(pairs.split(' ').map(pair => [...pair] as [string, string]))
}

/**
 * Markdown whose formulas in lines are text that reads as they look, for places that show no formulas: `$x^2$` becomes
 * `x²`, `$\frac{a}{b}$` becomes `a/b`. What KaTeX cannot read stays as it is.
 */
export function mathAsText(markdown: string): string {
  return markdown.replace(FORMULA, (whole, latex: string) => {
    const text = formulaText(latex)
    return text === undefined ? whole : text.replace(MARKS, '\\$&')
  })
}

interface MathNode {
  name: string
  isDoubleStruck: boolean
  children: (MathNode | string)[]
}

function formulaText(latex: string): string | undefined {
  const root: MathNode = { name: 'math', isDoubleStruck: false, children: [] }
  const open = [root]
  const parser = new Parser({
    onopentag(name, { mathvariant }) {
      const node = { name, isDoubleStruck: mathvariant === 'double-struck', children: [] }
      open.at(-1)!.children.push(node)
      open.push(node)
    },
    ontext: text => void open.at(-1)!.children.push(text),
    onclosetag: () => void open.pop(),
  }, { xmlMode: true })
  try {
    parser.end(katex().renderToString(latex, { output: 'mathml', throwOnError: true, strict: 'ignore' }))
  }
  catch {
    return undefined
  }
  return textOf(root).replace(/\s+/g, ' ').trim()
}

function textOf(node: MathNode | string): string {
  if (typeof node === 'string')
    return node
  const texts = node.children.map(textOf)
  const [base, first, second] = texts
  switch (node.name) {
    case 'annotation': return ''
    case 'mspace': return ' '
    case 'mi': case 'mn': return node.isDoubleStruck ? map(base ?? '', DOUBLE_STRUCK) : base ?? ''
    case 'mo': return base === '\u2061' ? '' : base ?? ''
    case 'mfrac': return `${group(base!)}/${group(first!)}`
    case 'msqrt': return `√${group(row(node, texts))}`
    case 'mroot': return `${raised(first!).replace('^', '')}√${group(base!)}`
    case 'msup': return base! + raised(first!)
    case 'msub': case 'munder': return base! + lowered(first!)
    case 'msubsup': case 'munderover': return base! + lowered(first!) + raised(second!)
    case 'mover': return ACCENTS.has(first!) ? base! + ACCENTS.get(first!)! : base! + raised(first!)
    case 'mtr': return texts.join(', ')
    case 'mtable': return texts.join('; ')
    default: return row(node, texts)
  }
}

/** Terms beside each other; the name of a function stands apart from what follows it. */
function row({ children }: MathNode, texts: readonly string[]): string {
  return children.map((part, i) => {
    const text = texts[i]!
    const isOperator = typeof part !== 'string' && part.name === 'mo'
    const isBetween = i > 0 && i < texts.length - 1 && SPACED.test(text) && !SPACED.test(texts[i - 1]!)
    if (isOperator && isBetween)
      return ` ${text} `
    if (isOperator)
      return text || ' '
    const isName = typeof part !== 'string' && part.name === 'mi' && [...text].length > 1
    return isName && i > 0 && /[\p{L}\p{N})]$/u.test(texts[i - 1]!) ? ` ${text}` : text
  }).join('')
}

function group(text: string): string {
  return [...text].length > 1 && !/^[\p{L}\p{M}]+$|^[\d.,]+$|^\(.*\)$/u.test(text) ? `(${text})` : text
}

function raised(text: string): string {
  return /^[′″‴∗*]+$/.test(text) ? text : all(text, RAISED) ?? `^${group(text)}`
}

function lowered(text: string): string {
  return all(text, LOWERED) ?? `_${group(text)}`
}

function map(text: string, table: ReadonlyMap<string, string>): string {
  return Array.from(text, sign => table.get(sign) ?? sign).join('')
}

/** A text in the signs of a table; undefined where one is missing. */
function all(text: string, table: ReadonlyMap<string, string>): string | undefined {
  const written = text.replaceAll(' ', '')
  return Array.from(written).every(sign => table.has(sign)) ? map(written, table) : undefined
}
