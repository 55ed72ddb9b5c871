import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { rulesPage } from '../../src/gate/rules-page.ts'

it('docs/check-rules.md says what the table of rules says: npm run -s check -- --rules > docs/check-rules.md', () => {
  expect(fs.readFileSync(path.join(toolkitRoot, 'docs/check-rules.md'), 'utf8')).toBe(rulesPage())
})
