import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readDocument } from '../../../src/generate/read/read-document.ts'
import { documentText } from './tree-text.ts'

const fixtures = path.resolve('tests/fixtures/generate/read')

const files = ['markdown', 'html', 'text'].flatMap(folder => readdirSync(path.join(fixtures, folder), { withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(({ name }) => `${folder}/${name}`))

it.each(files)('reads %s', async (name) => {
  const file = path.join(fixtures, name)
  const document = readDocument({ file, bytes: readFileSync(file) })
  await expect(documentText(document)).toMatchFileSnapshot(path.join(fixtures, 'trees', `${name.replace('/', '-')}.tree`))
})
