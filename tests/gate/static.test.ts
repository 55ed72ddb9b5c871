import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { needsBrowser, ruleIds } from '../../src/check/rules.ts'
import { applySwitches } from '../../src/check/switches.ts'
import { inOrder } from '../../src/core/errors.ts'
import { checkStatically } from '../../src/gate/static-check.ts'

const fixtures = path.join(import.meta.dirname, '../fixtures')
const checked = path.join(fixtures, 'checked')

async function findingsOf(root: string) {
  const { course, findings } = await checkStatically(root)
  return course ? applySwitches(findings, course, rule => !needsBrowser(rule)) : findings
}

async function told(root: string): Promise<string[]> {
  const findings = inOrder(await findingsOf(root)) as Awaited<ReturnType<typeof findingsOf>>
  return findings.map(({ file, line, severity, rule, message }) =>
    `${path.relative(root, file!)}:${line ?? ''} ${severity} ${rule}: ${message.replaceAll(root, '.')}`)
}

describe('a course with one of each fault', () => {
  it('has each told once, at its line, and nothing else', async () => {
    const lines = await told(path.join(checked, 'faults'))
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path.join(checked, 'faults.txt'))
  })

  it('breaks, with courses that cannot be built, every rule that needs no browser', async () => {
    const folders = ['broken', 'warned'].flatMap(name => fs.readdirSync(path.join(fixtures, name), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => path.join(fixtures, name, entry.name)))
    const found = await Promise.all([path.join(checked, 'faults'), ...folders].map(findingsOf))
    const broken = new Set(found.flat().map(({ rule }) => rule))
    const untried = ruleIds.filter(rule => !needsBrowser(rule) && !broken.has(rule))
    expect(untried).toEqual([])
  })
})

it.each(fs.readdirSync(path.join(checked, 'clean')))('finds nothing in the clean deck "%s"', async (name) => {
  expect(await told(path.join(checked, 'clean', name))).toEqual([])
})
