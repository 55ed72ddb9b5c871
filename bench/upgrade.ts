import { rmSync } from 'node:fs'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { createProgress } from '../src/cli/progress.ts'

await runCommand({
  name: 'upgrade',
  summary: 'Proves what newer versions of the packages below Docent would break: it installs them in a copy, and says\n'
    + 'which assumption does not hold, by the name of its test. It asks npm, and takes minutes.',
  flags: {
    only: { type: 'string', value: 'NAMES', help: 'slidev, themes, vite, vue, mermaid, playwright (default: all)' },
    latest: { type: 'boolean', help: 'the newest version of all, also beyond the major version that is pinned' },
    to: { type: 'string', value: 'RANGE', help: 'with --only: this version in place of the newest, e.g. 12.0.0' },
    keep: { type: 'boolean', help: 'keep the copy to look into' },
  },
  examples: () => ['upgrade', 'upgrade --only slidev,vite --latest', 'upgrade --only mermaid --to 12.0.0'],
  async run({ flags: { only, latest, to, keep } }) {
    if (to !== undefined && only === undefined)
      throw new UsageError('--to goes with --only')
    const { groups, upgradeToolkit } = await import('./upgrade/upgrade-toolkit.ts')
    const { proofs } = await import('./upgrade/proofs.ts')
    const names = only?.split(',') ?? Object.keys(groups)
    const unknown = names.find(name => !(name in groups))
    if (unknown !== undefined)
      throw new UsageError(`There is no group "${unknown}"; there are: ${Object.keys(groups).join(', ')}`)
    const work = await fs.mkdtemp(path.join(await fs.realpath(os.tmpdir()), 'docent-upgrade-'))
    // Also where it is interrupted.
    if (!keep)
      process.once('exit', () => rmSync(work, { recursive: true, force: true, maxRetries: 3 }))
    const progress = createProgress()
    progress.step('Installing')
    const toolkit = path.join(work, 'toolkit')
    const version = to ?? (latest ? 'latest' : undefined)
    const moves = await upgradeToolkit(toolkit, { groups: names as (keyof typeof groups)[], version })
    progress.done()
    console.log([...moves.map(({ name, from, to }) => `  ${name} ${from} → ${style('cyan', to)}`), ''].join('\n'))
    if (!moves.length)
      return console.log('All are the newest already.')
    let broken = 0
    for (const { name, prove } of proofs) {
      progress.step(name)
      const faults = await prove(toolkit, work)
      progress.done()
      broken += faults.length
      console.log(faults.length ? style('red', `✗ ${name}`) : style('green', `✓ ${name}`))
      faults.forEach(fault => console.log(`    ${fault.replaceAll('\n', '\n      ')}`))
    }
    if (keep)
      console.log(`The copy is in ${work}`)
    console.log(broken ? `\n${broken} assumptions do not hold.` : '\nAll that was tried holds.')
    if (broken)
      process.exitCode = 1
  },
})
