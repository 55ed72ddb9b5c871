import process from 'node:process'
import { style } from './command.ts'

/** What long work says while it runs: one line that is kept up to date on a terminal, a plain line a step elsewhere. */
export interface Progress {
  /** Begins a step; the one before it is done. */
  step: (label: string) => void
  /** How far the step is. */
  count: (done: number, total?: number) => void
  /** Ends the last step. */
  done: () => void
}

export function createProgress(stream = process.stderr): Progress {
  const terminal = stream.isTTY === true
  let label = ''
  let detail = ''
  let started = 0
  let drawn = 0
  const end = () => {
    if (!label)
      return
    const line = `${label}${detail} ${style('dim', formatSeconds(Date.now() - started))}`
    stream.write(terminal ? `\r\x1B[K${style('green', '✓')} ${line}\n` : `${line}\n`)
    label = ''
  }
  return {
    step(next) {
      end()
      label = next
      detail = ''
      started = Date.now()
      if (terminal)
        stream.write(`\r\x1B[K  ${label} …`)
    },
    count(done, total) {
      detail = ` ${done}${total === undefined ? '' : `/${total}`}`
      // A terminal is redrawn at most 20 times a second.
      if (terminal && (done === total || Date.now() - drawn > 50)) {
        drawn = Date.now()
        stream.write(`\r\x1B[K  ${label}${detail} …`)
      }
    },
    done: end,
  }
}

export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** `1 deck`, `2 decks`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
