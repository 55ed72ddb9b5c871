/** An address as people write it on paper: without what every address has. */
export function shortAddress(url: string): string {
  const short = url.trim().replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
  try {
    return decodeURI(short)
  }
  catch {
    return short
  }
}
