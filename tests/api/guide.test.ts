import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { guidePages } from '../../src/api/guide.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'

const docs = path.join(toolkitRoot, 'docs')

it('the guide says what the tables of the code and its slides say: npm run guide', { timeout: 120_000 }, async () => {
  const pages = await guidePages()
  expect(Object.keys(pages)).toHaveLength(6)
  for (const [file, text] of Object.entries(pages))
    expect(readFileSync(path.join(docs, file), 'utf8'), file).toBe(text)
  const pictures = Array.from(pages['writing.md']!.matchAll(/\]\(\/(writing\/[\w-]+\.webp)\)/g), ([, file]) => file!)
  expect(pictures.length).toBeGreaterThan(10)
  expect(pictures.filter(file => !existsSync(path.join(docs, 'public', file)))).toEqual([])
})
