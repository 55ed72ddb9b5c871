import { shortAddress } from '../markdown/short-address.ts'

/** Whether an address leads to another host. */
export function isRemote(address: unknown): address is string {
  return typeof address === 'string' && /^\s*<?(?:https?:)?\/\/[^/\s]/i.test(address)
}

/** An address that is complete, without the spaces and brackets that may stand around it. */
export function wholeAddress(address: string): string {
  return address.trim().replace(/^<(.*)>$/, '$1').replace(/^\/\//, 'https://')
}

/** Letters that an address may have where it is shown. */
const MAX_SHOWN = 60

/** An address as people read it, the end of a long one left out. */
export function shownAddress(address: string): string {
  const short = shortAddress(address)
  return short.length > MAX_SHOWN ? `${short.slice(0, MAX_SHOWN - 1)}…` : short
}
