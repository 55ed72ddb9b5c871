import type { PdfRule } from '../../packages/pdf-ua/src/rules.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPdf } from '../../packages/pdf-ua/src/check.ts'
import { repairPdf } from '../../packages/pdf-ua/src/repair.ts'
import { isPdfRule, pdfRules } from '../../packages/pdf-ua/src/rules.ts'
import { breakages, breakPdf } from './breakages.ts'
import { printFixture } from './print-fixture.ts'

let printed: Uint8Array
let good: Uint8Array
beforeAll(async () => {
  printed = await printFixture('deck.html')
  good = (await repairPdf(printed, { title: 'How containers work', notes: ['Say hello.'] })).bytes
})

describe('checkPdf', () => {
  it('finds nothing in a repaired file', async () => {
    expect(await checkPdf(good)).toEqual([])
  })

  const cases = Object.entries(breakages).flatMap(([rule, ways]) => Object.entries(ways).map(([way, breakage]) => ({ rule: rule as PdfRule, way, breakage })))

  it.each(cases)('names the rule $rule: $way', async ({ rule, breakage }) => {
    const findings = await checkPdf(await breakPdf(good, breakage))
    expect(findings.map(finding => finding.rule)).toContain(rule)
  })

  it('names page and element', async () => {
    const findings = await checkPdf(printed)
    expect(findings.filter(({ rule }) => rule === 'figure')[0]).toMatchInlineSnapshot(`
      {
        "element": "Figure",
        "message": "A figure has no description.",
        "page": 5,
        "rule": "figure",
      }
    `)
    expect(findings.filter(({ rule }) => rule === 'untagged')[0]).toMatchInlineSnapshot(`
      {
        "element": "f",
        "message": "The text "New" is neither tagged nor marked as decoration.",
        "page": 6,
        "rule": "untagged",
      }
    `)
    expect([...new Set(findings.map(({ rule }) => rule))]).toMatchInlineSnapshot(`
      [
        "claim",
        "title",
        "tag-type",
        "list",
        "link",
        "figure",
        "untagged",
      ]
    `)
  })

  it('knows its rules', () => {
    expect(Object.keys(breakages).sort()).toEqual(Object.keys(pdfRules).sort())
    expect(isPdfRule('figure')).toBe(true)
    expect(isPdfRule('toString')).toBe(false)
  })
})
