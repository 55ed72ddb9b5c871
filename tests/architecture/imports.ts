import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { parse } from 'vue/compiler-sfc'

/** One import of a module of this repository, or of a package, by another. */
export interface Import {
  /** Path of the module that imports, below the repository, with slashes. */
  from: string
  /** Path of the module that is imported, below the repository; or the name of the package as it is written. */
  to: string
  /** Whether it is gone when the program runs. */
  typeOnly: boolean
  /** Whether it is loaded only when it is needed, by `import()`. */
  lazy: boolean
  line: number
}

/** Every import of the modules below some folders, and of some files, of a repository. */
export function readImports(root: string, parts: readonly string[]): Import[] {
  return parts.flatMap(part => modulesBelow(root, part)).flatMap(file => importsOf(root, file))
}

/** Paths of the modules in a folder, or of the one that is named itself. */
export function modulesBelow(root: string, part: string): string[] {
  if (path.extname(part))
    return [part]
  const entries = readdirSync(path.join(root, part), { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && /\.(?:ts|vue)$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

function importsOf(root: string, from: string): Import[] {
  const source = ts.createSourceFile(from, script(path.join(root, from)), ts.ScriptTarget.Latest, true)
  const found: Import[] = []
  const add = (specifier: ts.Node, node: ts.Node, typeOnly: boolean, lazy: boolean) => {
    if (!ts.isStringLiteral(specifier))
      return
    const to = specifier.text.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), specifier.text.split('?')[0]!)
      : specifier.text
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
    found.push({ from, to, typeOnly, lazy, line })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword, false)
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.moduleSpecifier, node, node.isTypeOnly, false)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, node, true, false)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0]!, node, false, true)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The scripts of a component, at their lines; a module as it is. */
function script(file: string): string {
  const text = readFileSync(file, 'utf8')
  if (!file.endsWith('.vue'))
    return text
  const { script, scriptSetup } = parse(text).descriptor
  return [script, scriptSetup].filter(block => block !== null).map(({ content, loc }) => '\n'.repeat(loc.start.line - 1) + content).join('\n')
}
