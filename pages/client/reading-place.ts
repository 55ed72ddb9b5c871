// Where a reader was, which stays in the reader's own browser.
import { say } from './words.ts'

/** Where to go on in a course. */
interface ReadingPlace {
  /** Slug of a lecture, and its number. */
  lecture: string
  number: number
  /** Nothing where the lecture is still to be begun. */
  slide?: { id: string, number: number }
}

/** Turns the button that begins a course into one that goes on; it is as high, so that nothing moves. */
export function offerReadingPlace(root: URL): void {
  const button = document.querySelector<HTMLAnchorElement>('[data-go-on]')
  const place = button && readPlace(root)
  const page = place && `${place.lecture}/index.html`
  // Lectures come and go.
  if (!page || !Array.from(document.links, link => link.getAttribute('href')).includes(page))
    return
  button.href = place.slide ? `${page}#${place.slide.id}` : page
  button.textContent = place.slide
    ? say('goOnAt', { number: place.number, slide: place.slide.number })
    : say('goOn', { number: place.number })
}

/** Marks the slide that is read in the list of slides, and remembers it; at the end of a lecture, the next lecture. */
export function followReading(root: URL): void {
  const page = document.querySelector<HTMLElement>('.lecture-page')
  const { lecture, number } = page?.dataset ?? {}
  const slides = Array.from(document.querySelectorAll<HTMLElement>('article.slide'))
  if (!lecture || !slides.length)
    return
  const next = document.querySelector<HTMLAnchorElement>('.neighbors [rel="next"]')
  const remember = () => {
    const middle = innerHeight / 2
    const isAtEnd = next && next.getBoundingClientRect().bottom <= innerHeight
    const index = slides.findLastIndex(slide => slide.getBoundingClientRect().top < middle)
    markInContents(slides.slice(0, index + 1))
    if (isAtEnd)
      keepPlace(root, { lecture: new URL(next.href).pathname.split('/').at(-2)!, number: Number(number) + 1 })
    // Whoever only looks into another lecture stays where they were.
    else if (index > 0)
      keepPlace(root, { lecture, number: Number(number), slide: { id: slides[index]!.id, number: index + 1 } })
  }
  const observer = new IntersectionObserver(remember, { rootMargin: '0px 0px -50% 0px' })
  for (const slide of slides)
    observer.observe(slide)
  if (next)
    new IntersectionObserver(remember, { threshold: 1 }).observe(next)
}

/** A slide that the list does not name belongs to the one above it. */
function markInContents(slides: readonly HTMLElement[]): void {
  const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('.contents a'))
  const read = new Set(slides.map(({ id }) => id))
  const current = links.findLast(({ hash }) => read.has(decodeURIComponent(hash.slice(1))))
  for (const link of links.filter(link => link !== current))
    link.removeAttribute('aria-current')
  if (!current || current.ariaCurrent)
    return
  current.setAttribute('aria-current', 'true')
  const list = current.closest<HTMLElement>('.contents')!
  list.scrollTop = current.offsetTop - list.offsetTop - list.clientHeight / 2
}

function keyOf(root: URL): string {
  return `docent ${root.pathname} place`
}

// A browser may keep nothing, and refuse to be asked.
function readPlace(root: URL): ReadingPlace | undefined {
  try {
    return JSON.parse(localStorage.getItem(keyOf(root)) ?? 'null') ?? undefined
  }
  catch {
    return undefined
  }
}

function keepPlace(root: URL, place: ReadingPlace): void {
  try {
    localStorage.setItem(keyOf(root), JSON.stringify(place))
  }
  catch {}
}
