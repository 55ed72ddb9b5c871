import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const IMPORT = /(?:from |import\()['"](\.[^'"]+\.ts)['"]/g

/**
 * Writes what an editor and a compiler know of a module, and of all that its declarations name. Each file is declared
 * by itself, which takes seconds where a whole program takes half a minute; so its exports say their types.
 * @param {string} root folder of the toolkit
 * @param {string} out folder for the declarations, which lie in it as their sources in the toolkit
 * @param {string} entry of the module, below the toolkit
 */
export function writeDeclarations(root, out, entry) {
  const wanted = [path.join(root, entry)]
  for (const file of wanted) {
    const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(file, 'utf8'), {
      fileName: file,
      reportDiagnostics: true,
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        strict: true,
        isolatedDeclarations: true,
      },
    })
    if (diagnostics.length) {
      const texts = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
      throw new Error([path.relative(root, file), ...texts].join('\n'))
    }
    const target = path.join(out, path.relative(root, file).replace(/\.ts$/, '.d.ts'))
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, outputText)
    for (const [, name] of outputText.matchAll(IMPORT)) {
      const next = path.join(path.dirname(file), name)
      if (!wanted.includes(next))
        wanted.push(next)
    }
  }
}
