import type { Progress } from '../core/progress.ts'
import process from 'node:process'
import { formatSeconds } from '../core/format.ts'
import { style } from './command.ts'

/** One line that is kept up to date on a terminal, a plain line a step elsewhere. */
export function createProgress(stream = process.stderr): Progress {
  const terminal = stream.isTTY === true
  let label = ''
  let detail = ''
  let started = 0
  let drawn = 0
  const end = () => {
    if (!label)
      return
    const line = `${label}${detail} ${style('dim', formatSeconds(Date.now() - started), stream)}`
    stream.write(terminal ? `\r\x1B[K${style('green', '✓', stream)} ${line}\n` : `${line}\n`)
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
