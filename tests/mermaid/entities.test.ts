import { expect, it } from 'vitest'
import { hideEntities, showEntities, showEntitiesInSvg } from '../../src/mermaid/entities.ts'

it('keeps characters that are written by name through Mermaid', () => {
  const hidden = hideEntities('A["#quot;x#quot; #lt; #9829; #35; #unknown;"]')
  expect(hidden.replaceAll('A["', '').replaceAll('"]', '')).not.toMatch(/["<]/)
  expect(showEntities(hidden)).toBe('A[""x" < ♥ # #unknown;"]')
  expect(showEntitiesInSvg(hideEntities('#lt;'))).toBe('&#60;')
})

it('leaves colours alone', () => {
  const code = 'flowchart LR\n  style A fill:#333;\n  classDef b stroke:#123;\n  A:::b --> B'
  expect(hideEntities(code)).toBe(code)
})
