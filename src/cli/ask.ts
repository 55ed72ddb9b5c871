import process from 'node:process'
import { createInterface } from 'node:readline/promises'

/** Asks the person at the terminal; an empty answer where there is none. Ctrl+C ends the command as at any time. */
export async function askOnTerminal(question: string): Promise<string> {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY)
    return ''
  const terminal = createInterface({ input: stdin, output: stderr })
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  try {
    return await Promise.race([
      terminal.question(question),
      // Ctrl+D is no answer.
      new Promise<string>(resolve => terminal.once('close', () => resolve(''))),
    ])
  }
  finally {
    terminal.close()
  }
}
