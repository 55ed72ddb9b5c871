/** Formats of slide pictures, with what sharp is told to make them small in little time. */
export const pictureFormats = {
  webp: { quality: 80, effort: 0 },
  png: { compressionLevel: 8 },
} as const

/** Path of a slide's picture below its lecture's folder; `name` is the slide's id, with `-dark` and `@2x`. */
export function pictureFile(name: string, format: keyof typeof pictureFormats): string {
  return `pictures/${name}.${format}`
}
