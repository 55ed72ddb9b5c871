import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { runCommand } from '../run-command.ts'

const folder = path.join(toolkitRoot, 'docs/ci')

it.each(fs.readdirSync(folder))('%s builds with flags that there are', async (name) => {
  const text = fs.readFileSync(path.join(folder, name), 'utf8')
  expect(parse(text)).toBeTypeOf('object')
  const builds = Array.from(text.matchAll(/npm run build -- ([^\n]*)/g), ([, flags]) => flags!)
  expect(builds.map(flags => flags.split(' ')[0])).toEqual(['--shard', '--merge'])
  const { stdout } = await runCommand('build', '--help')
  for (const [flag] of builds.join(' ').matchAll(/--[\w-]+/g))
    expect(stdout).toContain(`  ${flag} `)
})

it('names as many shards for GitHub as it builds', () => {
  const { env, jobs } = parse(fs.readFileSync(path.join(folder, 'github-pages.yml'), 'utf8'))
  const { shard } = jobs.build.strategy.matrix
  expect(shard).toEqual(Array.from({ length: env.SHARDS }, (_, i) => i + 1))
})
