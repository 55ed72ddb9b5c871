import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * A package of megabytes that most commands never need, loaded where it is first used.
 * @param name of a package that can be required
 */
export function onDemand<T>(name: string): () => T {
  let loaded: T | undefined
  return () => loaded ??= require(name) as T
}
