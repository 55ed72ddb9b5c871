/**
 * Like `Promise.all` over a map, with at most `size` at work.
 * After the first error nothing new begins, what has begun is waited for, and the error is thrown.
 */
export async function mapPool<T, R>(
  items: readonly T[],
  size: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const errors: unknown[] = []
  let next = 0
  await Promise.all(Array.from({ length: Math.min(size, items.length) }, async () => {
    while (next < items.length && !errors.length) {
      const i = next++
      try {
        results[i] = await work(items[i]!)
      }
      catch (error) {
        errors.push(error)
      }
    }
  }))
  if (errors.length)
    throw errors[0]
  return results
}
