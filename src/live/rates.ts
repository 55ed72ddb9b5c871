/** Lets somebody do so much at once, and so much a second from then on. */
export interface Rate { burst: number, perSecond: number }

interface Bucket { left: number, time: number }

/** Who is known at most; beyond that the ones who did nothing for longest are forgotten. */
const KNOWN = 20_000

/** Tells for somebody, by a key, whether another act is within the rate. */
export function createRates({ burst, perSecond }: Rate, now: () => number = Date.now): (key: string) => boolean {
  const buckets = new Map<string, Bucket>()
  return (key) => {
    const time = now()
    const { left, time: before } = buckets.get(key) ?? { left: burst, time }
    const filled = Math.min(burst, left + (time - before) / 1000 * perSecond)
    buckets.delete(key)
    buckets.set(key, { left: Math.max(0, filled - (filled >= 1 ? 1 : 0)), time })
    if (buckets.size > KNOWN)
      buckets.delete(buckets.keys().next().value!)
    return filled >= 1
  }
}
