import { expect, it } from 'vitest'
import { changes } from '../../bench/cache/changes.ts'
import { proveCache } from '../../bench/cache/prove.ts'
import { temporaryFolder } from './course-copy.ts'

// `npm run cache` proves all kinds of change, which takes minutes.
it('builds after a change of what a component imports as it would from nothing, byte for byte', async () => {
  const wanted = 'JSON, with the same size and time'
  const proofs = []
  for await (const proof of proveCache(changes.slice(0, changes.findIndex(({ name }) => name === wanted) + 1), { work: await temporaryFolder(), withToolkit: false, isWanted: ({ name }) => name === wanted }))
    proofs.push(proof)
  expect(proofs.map(({ name, wrong }) => [name, wrong])).toEqual([[wanted, []]])
  expect(proofs[0]!.changed).toBeGreaterThan(0)
}, 300_000)
