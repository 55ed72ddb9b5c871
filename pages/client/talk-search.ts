import { formatTime } from '../../src/shared/time.ts'
import { momentQuery } from '../time-links.ts'
import { say } from './words.ts'

/** A place of a talk with its words. */
interface Place { start: number, kind: string, text: string }

/** Places that are shown at most. */
const MOST = 30
/** Characters around the first word that was found. */
const AROUND = 60

/**
 * Searches one talk: what was said, what its slides show, and what was asked.
 * @param startOf seconds at which a slide first comes, by its id
 * @returns puts the cursor into the search
 */
export function setUpTalkSearch(startOf: (slide: string) => number | undefined): () => void {
  const search = document.querySelector<HTMLElement>('.talk-search')!
  const input = search.querySelector('input')!
  const list = search.querySelector('ol')!
  const status = search.querySelector('[role="status"]')!
  let places: Place[] | undefined
  const close = () => void (list.hidden = true)
  const show = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean)
    places ??= readPlaces(startOf)
    const found = words.length ? places.filter(({ text }) => words.every(word => plain(text).includes(word))) : []
    list.replaceChildren(...found.slice(0, MOST).map(place => itemOf(place, words)))
    list.hidden = !words.length
    if (words.length && !found.length)
      list.append(Object.assign(document.createElement('li'), { textContent: say('nothingInTalk') }))
    status.textContent = words.length ? say('places', { n: found.length }) : ''
  }
  input.addEventListener('input', show)
  input.addEventListener('focus', () => input.value && show())
  search.addEventListener('keydown', (event) => {
    const stops = [input, ...list.querySelectorAll('a')]
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') {
      close()
      input.focus()
    }
    else if (by) {
      event.preventDefault()
      stops[stops.indexOf(event.target as HTMLInputElement) + by]?.focus()
    }
  })
  list.addEventListener('click', close)
  document.addEventListener('pointerdown', event => search.contains(event.target as Node) || close())
  return () => input.focus()
}

/** Text as it is compared: without marks on letters, in lower case. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function readPlaces(startOf: (slide: string) => number | undefined): Place[] {
  const said = Array.from(document.querySelectorAll<HTMLElement>('.transcript span[data-t]'), line =>
    ({ start: Number(line.dataset.t), kind: say('said'), text: line.textContent! }))
  const slides = Array.from(document.querySelectorAll<HTMLElement>('article.slide')).flatMap((slide): Place[] => {
    const start = startOf(slide.id)
    const shown = slide.querySelector('.frozen')?.shadowRoot?.querySelector<HTMLElement>('.docent-root')
    const notes = slide.querySelector('.slide-told > .prose')?.textContent ?? ''
    const text = [shown ? textOf(shown) : slide.ariaLabel, notes].filter(Boolean).join(' · ')
    return start === undefined ? [] : [{ start, kind: say('shown'), text: text.replace(/\s+/g, ' ') }]
  })
  const asked = Array.from(document.querySelectorAll<HTMLElement>('.marks [data-t]'), mark =>
    ({ start: Number(mark.dataset.t), kind: say('moment'), text: mark.textContent!.trim() }))
  return [...said, ...slides, ...asked].sort((a, b) => a.start - b.start)
}

/** The words of a slide, of which blocks stand apart. */
function textOf(slide: Element): string {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement!.closest('style, .slide-foot, title, desc'))
      texts.push(walker.currentNode.textContent!)
  }
  return texts.join(' ')
}

function itemOf({ start, kind, text }: Place, words: readonly string[]): HTMLLIElement {
  const item = document.createElement('li')
  const link = Object.assign(document.createElement('a'), { href: momentQuery(start) })
  link.dataset.t = String(start)
  const where = Object.assign(document.createElement('span'), { className: 'muted' })
  where.textContent = `${formatTime(start)} · ${kind}`
  const lower = text.toLowerCase()
  const first = Math.max(0, Math.min(...words.map(word => lower.indexOf(word)).filter(at => at >= 0), lower.length))
  const from = first === lower.length ? 0 : Math.max(0, first - AROUND)
  const cut = `${from ? '…' : ''}${text.slice(from, first + AROUND)}${first + AROUND < text.length ? '…' : ''}`
  link.append(where, ...marked(cut, words))
  item.append(link)
  return item
}

/** A text with words in it marked. */
function marked(text: string, words: readonly string[]): (Node | string)[] {
  const escaped = words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return text.split(new RegExp(`(${escaped.join('|')})`, 'gi')).map((part, i) =>
    i % 2 ? Object.assign(document.createElement('mark'), { textContent: part }) : part)
}
