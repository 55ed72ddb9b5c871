import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { repairPdf } from '../../packages/pdf-ua/src/repair.ts'
import { pdfRules } from '../../packages/pdf-ua/src/rules.ts'
import { breakages, breakPdf } from './breakages.ts'
import { printFixture } from './print-fixture.ts'
import { requireVeraPdf, skipVeraPdf, validate } from './verapdf.ts'

describe.skipIf(skipVeraPdf)('veraPDF', { timeout: 180_000 }, () => {
  let printed: Uint8Array
  let good: Uint8Array
  beforeAll(async () => {
    printed = await printFixture('deck.html')
    good = (await repairPdf(printed, { title: 'How containers work', notes: ['Say hello.', undefined, 'And so on.'], pageLinks: [{ url: 'https://example.org/', text: 'On the web', place: [60, 30] }], pageLabels: ['1', '2', '3', '4', '4.2', '5', '6', '7'] })).bytes
  })
  beforeEach(() => void requireVeraPdf())

  it('passes what was repaired, and not what was not', async () => {
    const odd = await repairPdf(await printFixture('zoo.html'), { title: 'Odd things', notes: ['A note', 'Another'] })
    const scripts = await repairPdf(await printFixture('scripts.html'), { title: 'Scripts and ragged tables' })
    const gradients = await repairPdf(await printFixture('gradients.html'), { title: 'Gradients' })
    const files = { printed, good, odd: odd.bytes, scripts: scripts.bytes, gradients: gradients.bytes }
    const results = await validate(files)
    expect(results.gradients!.failures).toEqual([])
    expect(results.scripts!.failures).toEqual([])
    expect(results.good).toEqual({ rules: 106, checks: expect.any(Number), failures: [] })
    expect(results.good!.checks).toBeGreaterThan(5000)
    expect([...new Set(results.printed!.failures.map(({ rule }) => rule))].sort()).toEqual(['7.1-3', '7.1-5', '7.1-8', '7.18.1-2', '7.18.5-2', '7.2-20', '7.3-1'])
    // The one letter of the page that no font has cannot be repaired.
    expect([...new Set(results.odd!.failures.map(({ rule }) => rule))]).toEqual(['7.21.7-1', '7.21.8-1'])
  })

  it('agrees with our own check about every way of being wrong', async () => {
    const broken: Record<string, Uint8Array> = {}
    for (const [rule, ways] of Object.entries(breakages)) {
      for (const [way, breakage] of Object.entries(ways))
        broken[`${rule}: ${way}`] = await breakPdf(good, breakage)
    }
    const results = await validate(broken)
    const unseen = Object.keys(broken).filter((key) => {
      const { clause } = pdfRules[key.split(':')[0] as keyof typeof pdfRules]
      return !results[key]?.failures.some(({ rule }) => rule.startsWith(`${clause}.`) || rule.startsWith(`${clause}-`))
    })
    expect(unseen).toEqual([
      'claim: no metadata', // veraPDF names clause 7.1, for the metadata themselves
      'title: an empty title', // it asks for the entry alone
      'unreached: a paragraph without its content', // it does not ask what the tag tree leaves out
      'parent-tree: another owner', // it names clause 7.18.5, for the link
    ])
    expect(results['claim: no metadata']!.failures).toHaveLength(1)
  })
})
