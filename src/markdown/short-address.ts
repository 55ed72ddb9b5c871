import { decodedAddress } from '../core/decode.ts'

/** An address as people write it on paper: without what every address has. */
export function shortAddress(url: string): string {
  return decodedAddress(url.trim().replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, ''))
}
