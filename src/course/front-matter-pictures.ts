import { statSync } from 'node:fs'
import path from 'node:path'

/** Keys of front matter whose values are pictures to Slidev's layouts. */
const KEYS = ['image', 'background', 'backgroundImage'] as const

/**
 * Front matter whose pictures are found from any deck: an address without a leading slash that names a file in
 * `public/` is given one.
 * @param root folder of the course
 */
export function withPublicPictures(
  frontmatter: Readonly<Record<string, unknown>>,
  root: string,
): Record<string, unknown> {
  const found = KEYS.flatMap((key) => {
    const value = frontmatter[key]
    return typeof value === 'string' && isInPublic(value, root) ? [[key, `/${fromTop(value)}`]] : []
  })
  return { ...frontmatter, ...Object.fromEntries(found) }
}

/** Whether a relative address names a file in `public/` of the course. A color is none. */
export function isInPublic(address: string, root: string): boolean {
  const file = path.join(root, 'public', publicName(address))
  return !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address) && statSync(file, { throwIfNoEntry: false })?.isFile() === true
}

/** The name of the file that a relative address means: a layout looks for it from the top of the deck. */
export function publicName(address: string): string {
  return fromTop(address).replace(/[?#].*$/, '')
}

function fromTop(address: string): string {
  return address.replace(/^(?:\.\/)+/, '')
}

/** Whether front matter names a picture by this address. */
export function namesPicture(frontmatter: Readonly<Record<string, unknown>>, address: string): boolean {
  return KEYS.some(key => frontmatter[key] === address)
}
