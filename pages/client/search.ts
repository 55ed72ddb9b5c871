import type { FoundLecture, FoundSlide, SearchIndex } from './search-index.ts'
import { withoutSpaces } from '../../src/shared/search-words.ts'
import { openSearchIndex } from './search-index.ts'
import { showSlideAt } from './slides.ts'
import { say } from './words.ts'

/** Slides that are shown at first, and that each "more" adds. */
const PORTION = 8

type Answer = NonNullable<Awaited<ReturnType<SearchIndex['search']>>>

/** Brings the search of a page to life. */
export function setUpSearch(root: URL): void {
  const box = document.querySelector<HTMLElement>('.search')
  const input = box?.querySelector('input')
  const list = box?.querySelector('ol')
  const status = box?.querySelector('[role="status"]')
  // The index is asked with `fetch`, which a page from a folder may not do.
  const more = box?.querySelector('button')
  if (!box || !input || !list || !status || !more || !location.protocol.startsWith('http'))
    return
  box.classList.add('is-live')
  let index: Promise<SearchIndex> | undefined
  const load = () => index ??= openSearchIndex(root).catch((error) => {
    index = undefined
    throw error
  })

  let answer: Answer | undefined
  let shown = 0
  const showMore = async () => {
    const asked = answer
    const from = shown
    const slides = await asked?.slides(from, from + PORTION) ?? []
    if (asked !== answer || shown !== from || !asked)
      return
    shown += slides.length
    list.append(...slides.map(slide => slideItem(slide, root)))
    more.hidden = shown >= asked.total
  }
  const clear = () => {
    answer = undefined
    shown = 0
    list.replaceChildren()
    more.hidden = true
    status.textContent = ''
  }

  const search = async () => {
    const query = input.value.trim()
    if (!query)
      return clear()
    try {
      const found = await (await load()).search(query)
      // A later search has taken over.
      if (!found || input.value.trim() !== query)
        return
      // What was found before stays until the new is there, so that nothing jumps.
      const slides = await found.slides(0, PORTION)
      if (input.value.trim() !== query)
        return
      clear()
      answer = found
      list.append(...found.lectures.map(lecture => lectureItem(lecture, root)))
      list.append(...slides.map(slide => slideItem(slide, root)))
      shown = slides.length
      more.hidden = shown >= found.total
      status.textContent = statusText(query, found)
    }
    catch {
      status.textContent = say('searchFailed')
    }
  }

  input.addEventListener('focus', () => void load().catch(() => {}), { once: true })
  input.addEventListener('input', () => void search())
  more.addEventListener('click', async () => {
    const next = list.childElementCount
    await showMore()
    list.children[next]?.querySelector('a')?.focus()
  })
  list.addEventListener('click', (event) => {
    // A result on this very page changes only the address.
    if ((event.target as Element).closest('a')) {
      input.value = ''
      setTimeout(() => void search())
    }
  })
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === input) {
      list.querySelector('a')?.click()
    }
    if (event.key === 'Escape') {
      input.value = ''
      void search()
      input.focus()
    }
  })
  if (input.value)
    void search()
}

function statusText(query: string, { corrected, lectures, total }: Answer): string {
  if (!total && !lectures.length)
    return say('nothing', { query })
  const slides = say('slides', { n: total })
  return corrected ? say('corrected', { query, corrected, slides }) : slides
}

function lectureItem({ slug, number, title }: FoundLecture, root: URL): HTMLElement {
  const item = document.createElement('li')
  item.className = 'search-lecture'
  const link = document.createElement('a')
  link.href = new URL(`${encodeURIComponent(slug)}/index.html`, root).href
  link.textContent = title
  const place = document.createElement('span')
  place.className = 'muted'
  place.textContent = say('lecture', { number })
  item.append(place, link)
  return item
}

function slideItem({ url, excerpt, meta }: FoundSlide, root: URL): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = url
  link.textContent = meta.title
  const lecture = document.createElement('span')
  lecture.className = 'muted'
  lecture.textContent = ` ${meta.lecture}`
  const text = document.createElement('p')
  text.innerHTML = withoutSpaces(excerpt)
  const slide = document.createElement('div')
  slide.className = 'frozen'
  slide.inert = true
  const words = document.createElement('div')
  words.append(link, lecture, text)
  item.append(slide, words)
  void showSlideAt(new URL(url, root), slide).catch(() => {})
  return item
}
