import type { Finding } from '../../src/check/finding.ts'
import type { CheckResult } from '../../src/gate/run-check.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { compareWithBaseline } from '../../src/gate/baseline.ts'
import { fixFindings } from '../../src/gate/fix.ts'
import { reportFormats } from '../../src/gate/report/formats.ts'
import { htmlReport } from '../../src/gate/report/html.ts'
import { terminalReport } from '../../src/gate/report/terminal.ts'
import { fails } from '../../src/gate/run-check.ts'

let file: string
let findings: Finding[]

beforeEach(async () => {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-findings-'))
  onTestFinished(() => fs.rm(root, { recursive: true }))
  file = path.join(root, 'slides.md')
  await fs.writeFile(file, '# Docker\n\nWe ask docker, and docker-compose.\n\n![](/a.png)\n')
  findings = [
    { rule: 'term-spelling', severity: 'warning', message: '"docker" is "Docker".', hint: 'Write it so.', file, line: 3, edit: { from: 'docker', to: 'Docker' } },
    { rule: 'missing-picture', severity: 'error', message: 'The picture /a.png is 100 % gone.', file, line: 5 },
    { rule: 'topic-title', severity: 'note', message: 'A <topic>.', file, line: 1 },
  ]
})

const result = (): CheckResult => ({ root: path.dirname(file), findings, titles: { all: 4, topics: 1 }, lectures: 1, slides: 5, seen: false })

describe('the terminal', () => {
  it('shows place, line and what to do; notes where they are asked for', () => {
    const options = { paint: (_: string, text: string) => text, milliseconds: 100 }
    const text = terminalReport(result(), { ...options, notes: false })
    expect(text).toContain(`${file}:3 warning "docker" is "Docker". term-spelling\n    | We ask docker, and docker-compose.\n    Write it so.\n`)
    expect(text).toContain('1 error, 1 warning: 1 lecture, 5 slides, 0.1 s.\n1 of 4 titles (25 %) name a topic')
    expect(text).not.toContain('A <topic>')
    expect(terminalReport(result(), { ...options, notes: true })).toContain('A <topic>')
  })
})

describe('other programs', () => {
  it('read JSON', () => {
    const read = JSON.parse(reportFormats.json(result())) as { summary: object, findings: object[] }
    expect(read.summary).toMatchObject({ error: 1, warning: 1, note: 1, slides: 5 })
    expect(read.findings[0]).toMatchObject({ rule: 'term-spelling', line: 3, fixable: true })
  })

  it('read SARIF: rules, levels, places, and prints that stay when lines move', () => {
    const { version, runs: [run] } = JSON.parse(reportFormats.sarif(result()))
    expect(version).toBe('2.1.0')
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['term-spelling', 'missing-picture']))
    expect(run.results[1]).toMatchObject({ ruleId: 'missing-picture', level: 'error', locations: [{ physicalLocation: { region: { startLine: 5 } } }] })
    expect(run.results[0].partialFingerprints.docent).toMatch(/^term-spelling slides\.md [\da-f]{16}$/)
  })

  it('read commands of GitHub, whose signs are escaped', () => {
    const [first, second] = reportFormats.github(result()).split('\n')
    expect(first).toMatch(/^::warning file=.*slides\.md,line=3,title=term-spelling::"docker" is "Docker"\.%0AWrite it so\.$/)
    expect(second).toContain('100 %25 gone')
  })
})

it('a page shows all findings, with their pictures, and needs no other file', () => {
  findings[1]!.picture = 'data:image/webp;base64,AAAA'
  const html = htmlReport(result(), 'A <course>')
  expect(html).toContain('Check of A &lt;course&gt;')
  expect(html).toContain('<img src="data:image/webp;base64,AAAA"')
  expect(html).toContain('A &lt;topic&gt;.')
  expect(html).not.toMatch(/(?:src|href)="(?!data:)/)
})

it('fails at an error, with strict at a warning, and never at a note', () => {
  const [warning, error, note] = findings
  expect([fails([error!], false), fails([warning!], false), fails([warning!], true), fails([note!], true)]).toEqual([true, false, true, false])
})

describe('a fix', () => {
  it('changes the word that is meant, and no longer one', async () => {
    const { diff, changed } = await fixFindings(findings, { dry: false })
    expect(changed).toBe(1)
    expect(diff).toContain('-We ask docker, and docker-compose.\n+We ask Docker, and docker-compose.')
    expect(await fs.readFile(file, 'utf8')).toContain('We ask Docker, and docker-compose.\n\n![](/a.png)\n')
  })

  it('shows what would change and changes nothing', async () => {
    const before = await fs.readFile(file, 'utf8')
    expect((await fixFindings(findings, { dry: true })).changed).toBe(1)
    expect(await fs.readFile(file, 'utf8')).toBe(before)
  })
})

it('a baseline keeps what is there, and lets through what is new', async () => {
  const root = path.dirname(file)
  const baseline = path.join(root, 'baseline.json')
  expect(await compareWithBaseline(findings.slice(0, 2), { file: baseline, root })).toMatchObject({ findings: [], written: 2 })
  await fs.writeFile(file, `# A line more\n\n${await fs.readFile(file, 'utf8')}`)
  const moved = findings.map(finding => ({ ...finding, line: finding.line! + 2 }))
  expect((await compareWithBaseline(moved, { file: baseline, root })).findings.map(({ rule }) => rule)).toEqual(['topic-title'])
  expect(await compareWithBaseline([], { file: baseline, root })).toEqual({ findings: [], gone: 2 })
  await fs.writeFile(baseline, 'no JSON')
  await expect(compareWithBaseline(moved, { file: baseline, root })).rejects.toThrow('no baseline')
})
