import { createHash } from 'node:crypto'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { toolkitRoot } from '../../src/core/toolkit.ts'
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
