import { statSync } from 'node:fs'
import path from 'node:path'
import { decodedAddress } from '../core/decode.ts'

interface Places {
  /** Of the file that has the address. */
  folder: string
  /** Of the course. */
  root: string
}

/**
 * An address that begins with neither a slash nor a point, such as `img/a.png`, as it is found from any deck: in
 * `public/`, beside the slide's file, or where Slidev's own server finds it, at the top of the course.
 * @returns undefined where there is no such file, and for all other addresses
 */
export function bareAddress(address: string, { folder, root }: Places): string | undefined {
  if (!address || /^(?:[a-z][a-z\d+.-]*:|[./#~@?])/i.test(address))
    return
  const name = decodedAddress(address.replace(/[?#].*$/, ''))
  const isIn = (place: string) => statSync(path.join(place, name), { throwIfNoEntry: false })?.isFile() === true
  if (isIn(path.join(root, 'public')))
    return `/${address}`
  if (isIn(folder))
    return `./${address}`
  return isIn(root) ? `/${address}` : undefined
}
