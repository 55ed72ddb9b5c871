/** What there is to keep: `offline.json` of a site. */
export interface OfflinePlan {
  /** Another one for each build with other files. */
  version: string
  /** Hash of the content and bytes of each file, by its path below the site. */
  files: Record<string, [hash: string, bytes: number]>
  /** What a lecture needs, by its slug: places in `files`. */
  lectures: Record<string, number[]>
}
