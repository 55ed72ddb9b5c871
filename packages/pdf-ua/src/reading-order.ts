const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const LEFT_TO_RIGHT = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.,:'-]*[\p{L}\p{N}])?/gu

/** Letters are drawn from left to right in every script; this gives them back in the order in which Hebrew and Arabic are read. */
export function toReadingOrder(drawn: string): string {
  if (!RIGHT_TO_LEFT.test(drawn))
    return drawn
  const reversed = [...drawn].reverse().join('').normalize('NFC')
  return reversed.replace(LEFT_TO_RIGHT, word => RIGHT_TO_LEFT.test(word) ? word : [...word].reverse().join(''))
}
