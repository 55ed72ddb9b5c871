import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../packages/pdf-ua/src/check.ts'
import { pdfRules } from '../../packages/pdf-ua/src/rules.ts'
import { printFixture } from './print-fixture.ts'

const root = path.join(import.meta.dirname, '../..')
const readme = await fs.readFile(path.join(root, 'packages/pdf-ua/README.md'), 'utf8')

describe('the README', () => {
  it('has an example that runs', async () => {
    const [, example = ''] = /```ts\n(.*?)```/s.exec(readme)!
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-readme-'))
    try {
      await fs.symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
      await fs.writeFile(path.join(folder, 'example.mts'), example)
      await fs.writeFile(path.join(folder, 'printed.pdf'), await printFixture('deck.html'))
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'example.mts'], { cwd: folder })
      expect(stdout).toContain('Page 6: The text "New" is drawn but hidden from screen readers.')
      expect(await checkPdf(await fs.readFile(path.join(folder, 'accessible.pdf')))).toEqual([])
    }
    finally {
      await fs.rm(folder, { recursive: true })
    }
  })

  it('tells every rule', () => {
    const rows = readme.matchAll(/^\| `([a-z-]+)` \| ([\d.]+) \| (.*) \|$/gm)
    const rules = Array.from(rows, ([, rule, clause, description]) => [rule, { clause, description }])
    expect(Object.fromEntries(rules)).toEqual(pdfRules)
  })
})
