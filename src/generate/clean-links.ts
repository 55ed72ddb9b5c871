import type { Definition, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast'

/** Definitions of a document by their identifier. */
export type Definitions = ReadonlyMap<string, Definition>

/** Text as nodes: none where there is none. */
export function textNodes(value: string | null | undefined): PhrasingContent[] {
  return value ? [{ type: 'text', value }] : []
}

/** The link that a reference leads to; what it holds where nothing defines it. */
export function linkOf(
  { identifier }: LinkReference,
  children: PhrasingContent[],
  definitions: Definitions,
): PhrasingContent[] {
  const target = definitions.get(identifier)
  return target ? cleanLink({ type: 'link', url: target.url, title: target.title, children: [] }, children) : children
}

/** The picture that a reference shows; its description where nothing defines it. */
export function imageOf({ identifier, alt }: ImageReference, definitions: Definitions): PhrasingContent[] {
  const target = definitions.get(identifier)
  return target ? [{ type: 'image', url: target.url, alt, title: target.title }] : textNodes(alt)
}

/**
 * A link without a text shows its address; one without an address is text. A picture goes to a place of its own, or is
 * not there, so a link of pictures gets words beside them.
 */
export function cleanLink(node: Link, children: PhrasingContent[]): PhrasingContent[] {
  const url = node.url.trim()
  if (!url)
    return children
  const images = children.filter(child => child.type === 'image')
  const isOfImages = images.length > 0 && images.length === children.length && /^https?:/i.test(url)
  const words = isOfImages ? textNodes(images.map(({ alt }) => alt).filter(Boolean).join(' ') || url) : children
  const link = { ...node, url, children: words.length ? words : textNodes(node.url) } as Link
  return isOfImages ? [...images, link] : [link]
}
