// Frozen slides where a script wants one: each is a shadow root, which an element shows as soon as it has it.

/** Shows in an element what another shows. */
export function showSlideOf(source: Element | null | undefined, place: HTMLElement): void {
  const root = source?.shadowRoot
  if (!root || place.shadowRoot)
    return
  place.attachShadow({ mode: 'open' }).append(...Array.from(root.childNodes, node => node.cloneNode(true)))
  place.classList.add('is-shown')
}

const pages = new Map<string, Promise<Document>>()

/**
 * Shows in an element a slide of a page of the site, which is fetched for it once; where it has none, nothing.
 * @param address of the slide: the page, and the slide's id as its hash
 */
export async function showSlideAt(address: URL, place: HTMLElement): Promise<void> {
  const page = new URL(address)
  page.hash = ''
  const document = await (pages.get(page.href) ?? fetchPage(page.href))
  const id = decodeURIComponent(address.hash.slice(1))
  const frozen = document.getElementById(id)?.querySelector<HTMLElement>('.frozen')
  const template = frozen?.querySelector('template')
  if (!template || place.shadowRoot)
    return
  const content = globalThis.document.importNode(template.content, true)
  for (const element of content.querySelectorAll('[src], [href]')) {
    for (const name of ['src', 'href']) {
      const value = element.getAttribute(name)
      if (value && !value.startsWith('#'))
        element.setAttribute(name, new URL(value, page).href)
    }
  }
  place.style.aspectRatio = frozen!.style.aspectRatio
  place.attachShadow({ mode: 'open' }).append(content)
  place.classList.add('is-shown')
}

function fetchPage(address: string): Promise<Document> {
  const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
  const page = fetch(address).then(async response => parse(await response.text()))
  pages.set(address, page)
  return page
}
