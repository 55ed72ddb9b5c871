import type { Proof } from './cache/prove.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { runCommand, style } from '../src/cli/command.ts'
import { formatSeconds } from '../src/core/format.ts'

await runCommand({
  name: 'cache',
  summary: 'Proves that builds know what has changed: after each of many changes of a small course, a build is '
    + 'compared byte for byte with one from nothing. It takes minutes.',
  flags: {
    change: { type: 'string', value: 'WORDS', help: 'only changes whose name has these words' },
  },
  examples: () => ['cache', 'cache --change picture'],
  async run({ flags }) {
    const { changes } = await import('./cache/changes.ts')
    const { proveCache } = await import('./cache/prove.ts')
    const work = await fs.mkdtemp(path.join(await fs.realpath(os.tmpdir()), 'docent-cache-'))
    const isWanted = ({ name }: { name: string }) => name.includes(flags.change ?? '')
    const count = changes.filter(isWanted).length
    const silent = new Set(changes.filter(({ changesNothing }) => changesNothing).map(({ name }) => name))
    let wrong = 0
    try {
      for await (const proof of proveCache(changes, { work, withToolkit: true, isWanted })) {
        const fault = faultOf(proof, silent.has(proof.name))
        wrong += fault ? 1 : 0
        console.log(row(proof, fault))
      }
    }
    finally {
      await fs.rm(work, { recursive: true, force: true })
    }
    console.log(`\n${count - wrong} of ${count} changes are as in a build from nothing.`)
    if (wrong)
      process.exitCode = 1
  },
})

function faultOf({ wrong, changed }: Proof, isSilent: boolean): string {
  if (wrong.length)
    return `other than from nothing: ${wrong.slice(0, 5).join(', ')}${wrong.length > 5 ? ' …' : ''}`
  return changed || isSilent ? '' : 'it shows nowhere'
}

function row({ name, changed, times }: Proof, fault: string): string {
  const mark = fault ? style('red', 'wrong') : style('green', 'right')
  const [warm, cold] = [times.warm, times.cold].map(time => formatSeconds(time).padStart(7))
  const figures = `${String(changed).padStart(4)} files ${warm} ${cold}`
  return `${mark} ${figures}  ${name}${fault ? `: ${fault}` : ''}`
}
