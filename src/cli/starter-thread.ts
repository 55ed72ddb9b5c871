import process from 'node:process'
import { workerData } from 'node:worker_threads'
import { startersOf, WATCH } from './starters.ts'

/** Milliseconds in which a process that is not busy ends by itself. */
const GRACE = 1500

let gone = 0

// Nothing else ends a process whose own thread computes.
setInterval(() => {
  if (startersOf() === workerData)
    return
  gone ||= Date.now()
  if (Date.now() - gone > GRACE)
    process.kill(process.pid, 'SIGKILL')
}, WATCH)
