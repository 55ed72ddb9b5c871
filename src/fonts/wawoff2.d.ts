declare module 'wawoff2' {
  /** Between WOFF2 and TrueType. */
  const wawoff2: Record<'compress' | 'decompress', (font: Uint8Array) => Promise<Uint8Array>>
  export default wawoff2
}
