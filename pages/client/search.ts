import { showSlideAt } from './slides.ts'

/** What the search index answers; its code lies beside the index and is loaded when it is first needed. */
interface Pagefind {
  options: (options: { baseUrl: string, excerptLength: number }) => Promise<void>
  init: () => Promise<void>
  /** Nothing where a later search has taken over. */
  debouncedSearch: (query: string, options: object, wait: number) => Promise<Results | null>
}

interface Results {
  results: { data: () => Promise<Found> }[]
}

interface Found {
  url: string
  /** HTML in which the words found are marked; the rest is escaped. */
  excerpt: string
  meta: { title: string, lecture: string }
}

/** Slides that are shown at first, and that each "more" adds. */
const PORTION = 8

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
  let index: Promise<Pagefind> | undefined
  const load = () => index ??= loadIndex(root).catch((error) => {
    index = undefined
    throw error
  })

  let results: Results['results'] = []
  const showMore = async () => {
    const asked = results
    const count = list.childElementCount
    const shown = await Promise.all(asked.slice(count, count + PORTION).map(result => result.data()))
    if (asked !== results || list.childElementCount !== count)
      return
    list.append(...shown.map(found => resultItem(found, root)))
    more.hidden = list.childElementCount >= results.length
  }

  const search = async () => {
    const query = input.value.trim()
    if (!query) {
      results = []
      list.replaceChildren()
      more.hidden = true
      status.textContent = ''
      return
    }
    try {
      const found = await (await load()).debouncedSearch(query, {}, 150)
      // A later search has taken over.
      if (!found || input.value.trim() !== query)
        return
      results = found.results
      list.replaceChildren()
      await showMore()
      status.textContent = statusText(query, results.length)
    }
    catch {
      status.textContent = 'The search could not be loaded.'
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

async function loadIndex(root: URL): Promise<Pagefind> {
  const pagefind = await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', root).href) as Pagefind
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 24 })
  await pagefind.init()
  return pagefind
}

function statusText(query: string, total: number): string {
  if (!total)
    return `Nothing is found for “${query}”.`
  return total === 1 ? '1 slide' : `${total} slides`
}

function resultItem({ url, excerpt, meta }: Found, root: URL): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = url
  link.textContent = meta.title
  const lecture = document.createElement('span')
  lecture.className = 'muted'
  lecture.textContent = ` ${meta.lecture}`
  const text = document.createElement('p')
  text.innerHTML = excerpt
  const slide = document.createElement('div')
  slide.className = 'frozen'
  slide.inert = true
  const words = document.createElement('div')
  words.append(link, lecture, text)
  item.append(slide, words)
  void showSlideAt(new URL(url, root), slide).catch(() => {})
  return item
}
