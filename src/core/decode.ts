/** An address with its letters as people read them; what has a `%` of its own is left as it is. */
export function decodedAddress(address: string): string {
  return attempt(decodeURI, address)
}

/** A part of an address as it was meant, also with its slashes and signs; left as it is where it cannot be read. */
export function decodedPart(part: string): string {
  return attempt(decodeURIComponent, part)
}

function attempt(decode: (text: string) => string, text: string): string {
  try {
    return decode(text)
  }
  catch {
    return text
  }
}
