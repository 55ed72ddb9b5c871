import type { Still } from '../shared/still.ts'
import type { RemoteThing } from './embeds.ts'
import { qrPath } from '../core/qr.ts'
import { shownAddress } from './address.ts'

/** The still of something on another host; what has no name is called by what it is. */
export function stillOf({ what, address, name }: RemoteThing): Still {
  const label = name ?? `${what[0]!.toUpperCase()}${what.slice(1)}`
  const { path, size } = qrPath(address)
  return { what, label, address, shown: shownAddress(address), qr: path, size }
}
