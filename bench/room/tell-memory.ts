import process from 'node:process'

/** Tells the process that has started this one, when it asks, how many bytes this one took at most. */
export function tellMemory(): void {
  let most = 0
  setInterval(() => most = Math.max(most, process.memoryUsage.rss()), 100)
  process.on('message', () => process.send!({ most }))
}
