import type { Element } from 'hast'
import { classesOf, findElement, ignore, lineOf } from '../html/find-elements.ts'

/** The title of a picture in AsciiDoc, which describes it where its description is the name of its file. */
export function titleOfPicture(element: Element): undefined {
  if (!classesOf(element).includes('imageblock'))
    return
  const title = element.children.find((child): child is Element =>
    child.type === 'element' && classesOf(child).includes('title'))
  const image = findElement(element, ({ tagName }) => tagName === 'img', 5)
  if (!title || !image || findElement(title, ({ tagName }) => tagName === 'a', 5))
    return
  const words = lineOf(title)
  const alt = String(image.properties.alt ?? '')
  const file = String(image.properties.src ?? '').split('/').at(-1)!.replace(/\.\w+$/, '').replace(/[-_]/g, ' ')
  if (alt && alt !== words && alt !== file)
    return
  image.properties.alt = words
  ignore(title)
}

/** A reference to a part of another document of AsciiDoc is called as that part is. */
export function nameOfReference(element: Element): undefined {
  const [, page, part] = element.tagName === 'a'
    ? /^([^/:?#]+)\.html#([\w-]+)$/.exec(String(element.properties.href ?? '')) ?? []
    : []
  if (page === undefined || lineOf(element) !== `${page}.html`)
    return
  const words = (part ?? page).replace(/^_+|_(?:section|chapter|sec)$/g, '').replace(/[-_]+/g, ' ').trim()
  if (words)
    element.children = [{ type: 'text', value: `“${words}”` }]
}
