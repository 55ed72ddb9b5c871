// Compiles what a package runs, before npm packs it, and removes that afterwards: `npm pack` does both.
import { rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { compilePackage } from './compile-commands.js'
import { writeDeclarations } from './declarations.js'

/** What `import … from 'docent'` gives. */
const API = 'src/api/docent.ts'

const root = path.resolve(import.meta.dirname, '../..')
const out = path.join(root, 'compiled')

rmSync(out, { recursive: true, force: true })
if (!process.argv.includes('--clean')) {
  await compilePackage(root, out, [API])
  writeDeclarations(root, path.join(out, 'types'), API)
}
