/** The courses that are built once for all end-to-end tests, in the order in which they are wanted. */
export const SITES = ['talks', 'small', 'languages', 'slidev', 'site'] as const

export type SiteName = typeof SITES[number]

/** A course that is built, or will be. */
export interface Site {
  /** Folder of the course. */
  root: string
  /** Folder into which it is built, and where that is served. */
  folder: string
  origin: string
}

/** File that says how a build has ended, when it has. */
export const endingOf = (folder: string) => `${folder}.ending.json`

export interface Ending {
  code: number | null
  stderr: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** All sites by name; `builtSite` waits until one is there. */
    sites: Record<SiteName, Site>
    /** Where the one browser of all end-to-end tests listens. */
    browser: string
  }
}
