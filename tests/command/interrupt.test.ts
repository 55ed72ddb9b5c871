import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { toolkitRoot } from '../../src/core/toolkit.ts'

// A command that would run on for ever, with a browser: left alone, Playwright closes only that, and the work goes on.
const script = `
import { launchBrowser } from './src/browser/launch.ts'
import { runCommand } from './src/cli/command.ts'
await runCommand({ name: 'forever', summary: '', flags: {}, async run() {
  const browser = await launchBrowser()
  browser.on('disconnected', () => console.log('gone'))
  console.log('begun')
  await new Promise(() => setInterval(() => {}, 1000))
} })`

it.each([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const)('%s ends a command that uses a browser, with %i', async (signal, code) => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], { cwd: toolkitRoot })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  child.kill(signal)
  expect(await once(child, 'close')).toEqual([code, null])
})

const busy = `
import { endWhileBusy } from './src/cli/endings.ts'
endWhileBusy('busy')
console.log(process.pid)
setTimeout(() => { for (;;); }, 500)`

it('ends a command that does nothing but compute when who has started it is killed', async () => {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', busy]
  const starter = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(args)}, { stdio: 'inherit' })`
  const env = { ...process.env, npm_lifecycle_event: 'busy' }
  const parent = spawn(process.execPath, ['--eval', starter], { cwd: toolkitRoot, env })
  const [pid] = await once(parent.stdout, 'data')
  onTestFinished(() => {
    try {
      process.kill(Number(pid), 'SIGKILL')
    }
    catch {}
  })
  parent.kill('SIGKILL')
  // The child has the same output, which is closed when both are gone.
  expect(await once(parent, 'close')).toEqual([null, 'SIGKILL'])
})
