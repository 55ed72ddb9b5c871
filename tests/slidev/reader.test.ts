import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readerOf } from '../../src/slidev/client/reader.ts'
import { slidevInjections } from '../../src/slidev/contract/names.ts'
import { packageFolder } from '../../src/slidev/contract/packages.ts'

it.each([
  ['', true, { paper: false, copy: undefined, live: true }],
  ['', false, { paper: false, copy: undefined, live: false }],
  ['?print=true', true, { paper: true, copy: undefined, live: false }],
  ['?copy=student', true, { paper: true, copy: 'student', live: false }],
  ['?print=true&copy=key', true, { paper: true, copy: 'key', live: false }],
  ['?copy=other', true, { paper: false, copy: undefined, live: true }],
] as const)('the query "%s" in a deck: %s', (query, inDeck, reader) => {
  expect(readerOf(query, inDeck)).toEqual(reader)
})

it('asks Slidev for what it provides under the names that Slidev uses', () => {
  const source = fs.readFileSync(path.join(packageFolder('@slidev/client'), 'constants.ts'), 'utf8')
  for (const name of Object.values(slidevInjections))
    expect(source, `Slidev no longer provides ${name} (see src/slidev/client/reader.ts)`).toContain(`'${name}'`)
})
