import type { TalkEvent } from '../talk/log/talk-event.ts'
import { Buffer } from 'node:buffer'
import { closeSync, existsSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { displayPath } from '../core/errors.ts'
import { formatTalkEvent } from '../talk/log/talk-log.ts'

/** Writes a talk to its file, line by line. */
export interface LogWriter {
  write: (event: TalkEvent) => void
  /** What is wrong where lines wait to be written. */
  warning: () => string | undefined
  close: () => void
}

/** Milliseconds after which what was written is safe from a machine that loses its power. */
const SAFE = 1000

/**
 * Opens the file of a talk with its first event. A disk that is full or gone stops nothing: lines wait, and are written
 * when there is room again.
 */
export function openLogWriter(file: string): LogWriter {
  let handle: number | undefined
  let waiting = ''
  let problem: string | undefined
  let sync: NodeJS.Timeout | undefined
  const flush = () => {
    try {
      if (handle === undefined) {
        const isCut = endsInALine(file)
        handle = openSync(file, 'a')
        waiting = isCut ? `\n${waiting}` : waiting
      }
      while (waiting) {
        const bytes = Buffer.from(waiting)
        const written = writeSync(handle, bytes)
        waiting = bytes.subarray(written).toString()
      }
      problem = undefined
    }
    catch (error) {
      const why = (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'the disk is full' : (error as Error).message
      problem = `${displayPath(file)} cannot be written: ${why}. The talk goes on; it is written when that works again.`
    }
  }
  const later = () => {
    sync = undefined
    if (waiting) {
      flush()
      sync ??= setTimeout(later, SAFE).unref()
    }
    try {
      if (handle !== undefined)
        fsyncSync(handle)
    }
    catch {
      // Not every file can be made safe.
    }
  }
  return {
    write(event) {
      waiting += formatTalkEvent(event)
      flush()
      sync ??= setTimeout(later, SAFE).unref()
    },
    warning: () => problem,
    close() {
      clearTimeout(sync)
      flush()
      if (handle !== undefined)
        closeSync(handle)
      handle = undefined
    },
  }
}

/** Whether a file ends within a line, where a crash has cut it. */
function endsInALine(file: string): boolean {
  const size = existsSync(file) ? statSync(file).size : 0
  if (!size)
    return false
  const handle = openSync(file, 'r')
  const last = Buffer.alloc(1)
  readSync(handle, last, 0, 1, size - 1)
  closeSync(handle)
  return last.toString() !== '\n'
}
