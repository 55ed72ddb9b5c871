let last: Promise<unknown> = Promise.resolve()

/** Does work on fonts after all that was begun before: what packs and unpacks them has one memory for all. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}
