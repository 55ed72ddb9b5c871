import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { shortAddress } from './short-address.ts'

/** Makes links of pictures that lie on another host, which nothing asks for them. */
export function linkRemotePictures() {
  return (tree: Root): void => visit(tree, 'image', ({ url, alt }, index, parent) => {
    if (!parent || index === undefined || !/^(?:https?:)?\/\//i.test(url))
      return
    const address = url.replace(/^\/\//, 'https://')
    const words = { type: 'text', value: alt || shortAddress(address) } as const
    // A link cannot stand in another one.
    parent.children[index] = parent.type === 'link' ? words : { type: 'link', url: address, children: [words] }
    return [SKIP, index + 1]
  })
}
