import type { AtRule, ChildNode, Container, Declaration, Root, Rule } from 'postcss'
import type { DeckScheme } from '../../paper/frozen/freeze-deck.ts'
import type { UsedNames } from './used-names.ts'
import postcss from 'postcss'
import { knownMedia } from './media.ts'
import { frozenSelectors, mayMatch } from './selectors.ts'

interface SlideStylesOptions {
  /** Names in the markup of each slide. */
  slides: readonly UsedNames[]
  scheme: DeckScheme
  /** Pixels of a slide and of a `rem`. */
  size: { width: number, height: number, rem: number }
}

export interface SlideStyles {
  /** What stands in each slide's shadow root. */
  slides: string
  /** What counts only in the page itself: typefaces, properties. */
  page: string
  /** Attributes that rules ask for, in lower case. */
  attributes: ReadonlySet<string>
}

/** Rules that a page of its own has, and a slide on another page does not. */
const FOREIGN = new Set(['charset', 'import', 'page', 'view-transition', 'namespace'])
const DARK = 'screen and (prefers-color-scheme: dark)'
const LIGHT = 'print, (prefers-color-scheme: light)'

/**
 * The styles of slides on pages that are not theirs: of all rules of their decks those that some slide may need, made
 * to fit a shadow root, dark by a media query, without lengths that depend on the window.
 * @param css text of the style sheets, in their order
 */
export function slideStyles(css: string, options: SlideStylesOptions): SlideStyles {
  const root = postcss.parse(css)
  const page = postcss.root()
  const attributes = new Set<string>()
  root.walkDecls(declaration => void fixLengths(declaration, options.size))
  freezeRules(root, options, attributes)
  dropUnusedKeyframes(root)
  const families = usedFamilies(root)
  const seen = new Set<string>()
  root.walkAtRules(/^(?:font-face|property)$/, (rule) => {
    const text = String(rule)
    if (rule.name === 'property' || families.has(familyOf(rule) ?? '')) {
      if (!seen.has(text))
        page.append(rule.clone())
      seen.add(text)
    }
    rule.remove()
  })
  dropUnusedProperties(root)
  dropEmpty(root)
  return { slides: String(root), page: String(page), attributes }
}

/** Of the styles of frozen slides those that one slide may need. */
export function stylesOfSlide(css: string, names: UsedNames): string {
  const root = postcss.parse(css)
  root.walkRules((rule) => {
    if ((rule.parent as AtRule).name?.endsWith('keyframes'))
      return
    const selectors = rule.selectors.filter(selector => mayMatch(selector, names))
    if (selectors.length)
      rule.selectors = selectors
    else
      rule.remove()
  })
  dropUnusedKeyframes(root)
  dropUnusedProperties(root)
  dropEmpty(root)
  return String(root)
}

function freezeRules(container: Container, options: SlideStylesOptions, attributes: Set<string>): void {
  for (const node of [...container.nodes ?? []] as ChildNode[]) {
    if (node.type === 'comment')
      node.remove()
    else if (node.type === 'rule')
      freezeRule(node, options, attributes)
    else if (node.type === 'atrule')
      freezeAtRule(node, options, attributes)
  }
}

function freezeAtRule(rule: AtRule, options: SlideStylesOptions, attributes: Set<string>): void {
  if (FOREIGN.has(rule.name)) {
    rule.remove()
  }
  else if (rule.name === 'media') {
    const rest = knownMedia(rule.params, options.size)
    freezeRules(rule, options, attributes)
    if (rest === undefined)
      rule.remove()
    else if (rest)
      rule.params = rest
    else
      rule.replaceWith(rule.nodes ?? [])
  }
  else if (!rule.name.endsWith('keyframes') && rule.nodes) {
    freezeRules(rule, options, attributes)
  }
}

function freezeRule(rule: Rule, options: SlideStylesOptions, attributes: Set<string>): void {
  const { scheme, slides } = options
  const selectors = frozenSelectors(rule.selector, slides).filter(({ when }) =>
    scheme === 'system' || when === 'always' || when === scheme)
  for (const { text } of selectors) {
    for (const [, name] of text.matchAll(/\[([\w-]+)/g))
      attributes.add(name!.toLowerCase())
  }
  freezeRules(rule, options, attributes)
  const isSettled = scheme !== 'system'
  const groups = (['always', 'light', 'dark'] as const)
    .map(when => ({ when, texts: selectors.filter(one => one.when === when).map(({ text }) => text) }))
    .filter(({ texts }) => texts.length)
  const copies = groups.map(({ when, texts }) => {
    const copy = rule.clone({ selector: texts.join(',') })
    if (when === 'always' || isSettled)
      return copy
    return postcss.atRule({ name: 'media', params: when === 'dark' ? DARK : LIGHT, nodes: [copy] })
  })
  rule.replaceWith(...copies)
}

/** Lengths that would follow the page or its window instead of the slide. */
function fixLengths(declaration: Declaration, { width, height, rem }: SlideStylesOptions['size']): void {
  const { value } = declaration
  if (!/(?:rem|v[whib]|vmin|vmax)\b/i.test(value))
    return
  const units: Record<string, number> = {
    rem,
    vw: width / 100,
    vi: width / 100,
    vh: height / 100,
    vb: height / 100,
    vmin: Math.min(width, height) / 100,
    vmax: Math.max(width, height) / 100,
  }
  declaration.value = value.replace(
    /url\([^)]*\)|"[^"]*"|'[^']*'|(?<![\w-])(-?(?:\d+(?:\.\d+)?|\.\d+))(?:[sld]?(v[whib]|vmin|vmax)|(rem))\b/gi,
    (whole, number?: string, viewport?: string, rems?: string) => number === undefined
      ? whole
      : `${Number((Number(number) * units[(viewport ?? rems)!.toLowerCase()]!).toFixed(4))}px`,
  )
}

function dropUnusedKeyframes(root: Root): void {
  let animations = ''
  root.walkDecls(/animation(?:-name)?$/, ({ value }) => void (animations += ` ${value}`))
  root.walkDecls(/^--/, ({ value }) => void (animations += ` ${value}`))
  root.walkAtRules(/keyframes$/, (rule) => {
    if (!animations.includes(rule.params))
      rule.remove()
  })
}

/** Custom properties that nothing reads; what reads them may itself go unread. */
function dropUnusedProperties(root: Root): void {
  for (let before = -1, count = 0; before !== count;) {
    before = count
    const read = new Set<string>()
    root.walkDecls(({ value }) => {
      for (const [name] of value.matchAll(/--[\w-]+/g))
        read.add(name)
    })
    root.walkDecls(/^--/, (declaration) => {
      if (!read.has(declaration.prop)) {
        declaration.remove()
        count++
      }
    })
  }
}

function usedFamilies(root: Root): Set<string> {
  const families = new Set<string>()
  root.walkDecls((declaration) => {
    const { parent } = declaration
    if ((parent as AtRule).name === 'font-face' || !/^(?:font|font-family|--.*)$/.test(declaration.prop))
      return
    for (const name of declaration.value.split(','))
      families.add(unquote(name.split(/\s(?=[^\d\s]*$|['"])/).at(-1)!)).add(unquote(name))
    for (const [, name] of declaration.value.matchAll(/["']([^"']+)["']/g))
      families.add(name!.toLowerCase())
  })
  return families
}

/** The family of a `@font-face`, in lower case. */
export function familyOf(rule: AtRule): string | undefined {
  const declaration = rule.nodes?.find(node => node.type === 'decl' && node.prop === 'font-family')
  return declaration?.type === 'decl' ? unquote(declaration.value) : undefined
}

function unquote(name: string): string {
  return name.trim().replace(/^["']|["']$/g, '').toLowerCase()
}

function dropEmpty(container: Container): void {
  for (const node of [...container.nodes ?? []] as ChildNode[]) {
    if (node.type !== 'rule' && node.type !== 'atrule')
      continue
    if (node.nodes)
      dropEmpty(node)
    if (node.nodes?.length === 0 && !(node.type === 'atrule' && node.name === 'layer'))
      node.remove()
  }
}
