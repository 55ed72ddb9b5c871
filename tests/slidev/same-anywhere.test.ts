import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { filesBelow } from '../../src/core/files.ts'
import { hashFile } from '../../src/core/inputs.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { buildDecks } from '../../src/slidev/build-decks.ts'
import { scopeIds } from '../../src/slidev/same-anywhere.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)
const idOf = (root: string, file: string, source = 'a') => scopeIds(root)(path.relative(root, file), source, true, hash)

describe('the name by which a component keeps its styles to itself', () => {
  it('is the same wherever the course and the toolkit are', () => {
    expect(idOf('/here', '/here/components/A.vue')).toBe(idOf('/some/where/else', '/some/where/else/components/A.vue'))
    expect(idOf('/here', path.join(toolkitRoot, 'components/A.vue'))).toBe(idOf('/some/where/else', path.join(toolkitRoot, 'components/A.vue')))
    expect(idOf('/here', '/here/slides/01.md__slidev_2.md')).toBe(idOf('/here', '/here/slides/01.md__slidev_3.md'))
  })

  it('is another for another component', () => {
    expect(new Set([idOf('/here', '/here/components/A.vue'), idOf('/here', '/here/components/B.vue'), idOf('/here', '/here/components/A.vue', 'b')]).size).toBe(3)
  })
})

it('makes the same decks of the same course in two folders, byte for byte', async () => {
  const work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-same-')))
  onTestFinished(() => fs.rm(work, { recursive: true }))
  const built: Record<string, string>[] = []
  for (const [root, out] of [[path.join(work, 'here'), path.join(work, 'one')], [path.join(work, 'further/down/there'), path.join(work, 'another/two')]] as const) {
    await fs.cp(path.join(toolkitRoot, 'tests/fixtures/courses/small'), root, { recursive: true, filter: file => !/[\\/](?:\.docent|node_modules|dist)$/.test(file) })
    await fs.writeFile(path.join(root, 'components/Badge.vue'), '<script setup>\ndefineProps(["label"])\n</script>\n\n<template>\n  <b>{{ label }}</b>\n</template>\n\n<style scoped>\nb { animation: turn 1s }\n@keyframes turn { to { rotate: 1turn } }\n</style>\n')
    await buildDecks(await loadCourse(root), { out, base: './', audience: 'public' })
    built.push(Object.fromEntries((await filesBelow(out)).map(file => [path.relative(out, file), hashFile(file)])))
  }
  expect(built[1]).toEqual(built[0])
}, 120_000)
