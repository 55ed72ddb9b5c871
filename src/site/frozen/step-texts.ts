import type { FrozenSlide } from '../../paper/frozen/freeze-deck.ts'
import { Parser } from 'htmlparser2'

/** A text on a slide, and whether its reader has it. */
interface SlideText { text: string, isShown: boolean }

const SILENT = new Set(['style', 'script', 'template', 'title', 'desc'])
/** Elements that stand in a line of text. */
const INLINE = new Set('a abbr b code em i kbd mark s span strong sub sup tspan u'.split(' '))
/** What is drawn of a formula, which its source stands beside, for those who hear it. */
const DRAWN = 'katex-html'

/** What each click of a slide brings, in words, from the first on; empty where it brings no text. */
export function stepTexts({ earlier, html }: Pick<FrozenSlide, 'earlier' | 'html'>): string[] {
  const steps = [...earlier.map(({ html }) => html), html].map(shownTexts)
  return steps.slice(1).map((texts, i) => {
    const before = [...steps[i]!]
    const added = texts.filter((text) => {
      const at = before.indexOf(text)
      if (at !== -1)
        before.splice(at, 1)
      return at === -1
    })
    return added.join(' ').replace(/\s+/g, ' ').trim()
  })
}

function shownTexts(html: string): string[] {
  const texts: SlideText[] = []
  const open: { isShown: boolean, ends: boolean }[] = [{ isShown: true, ends: true }]
  const parser = new Parser({
    onopentag(name, { 'aria-hidden': hidden, 'class': classes = '' }) {
      const isShown = open.at(-1)!.isShown
        && hidden !== 'true'
        && !SILENT.has(name)
        && !/\bkatex-mathml\b/.test(classes)
      const isDrawn = classes === DRAWN && open.at(-1)!.isShown
      open.push({ isShown: isShown || isDrawn, ends: !INLINE.has(name) })
      if (!INLINE.has(name))
        texts.push({ text: '', isShown })
    },
    ontext(text) {
      const { isShown } = open.at(-1)!
      const last = texts.at(-1)
      if (last && last.isShown === isShown)
        last.text += text
      else
        texts.push({ text, isShown })
    },
    onclosetag() {
      if (open.pop()?.ends)
        texts.push({ text: '', isShown: open.at(-1)?.isShown ?? true })
    },
  })
  parser.end(html)
  return texts.filter(({ text, isShown }) => isShown && text.trim()).map(({ text }) => text)
}
