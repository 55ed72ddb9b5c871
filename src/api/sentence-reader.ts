import ts from 'typescript'
import { placeholder } from './placeholder.ts'

/** A place in the sources that says something is wrong, and what to do. */
export interface Said {
  message: ts.Expression
  hint?: ts.Expression
  /** Whether it is an error for people, and not what only looks like a problem. */
  isError: boolean
}

/** Texts of an expression: more than one where it chooses between some. */
type Texts = readonly string[]

/** What parameters stand for at a call, by name. */
type Arguments = ReadonlyMap<string, { value: ts.Expression, given: Arguments }>

const NONE: Arguments = new Map()
/** More cases of a sentence than these are no help: what differs between them becomes a name. */
const MAX_CASES = 4

/** Reads what expressions of some sources say to people. */
export function createSentenceReader(sources: readonly ts.SourceFile[]) {
  const calls = callsByName(sources)

  /** Sentences of a place that has a message, and what to do, as Markdown; none where nothing of it is known. */
  return function read({ message, hint, isError }: Said): { message: string, hints: string[] }[] {
    return givenAt(message).flatMap((given) => {
      const hints = hint ? texts(hint, given).filter(text => /[a-z]/i.test(withoutNames(text))) : []
      const said = texts(message, given).filter(text => isSentence(text, isError))
      return said.map(text => ({ message: text, hints }))
    })
  }

  /** What the parameter that a message is stands for: one for each call of its function. */
  function givenAt(message: ts.Expression): Arguments[] {
    if (!ts.isIdentifier(message))
      return [NONE]
    const found = declarationOf(message)
    if (!found || !ts.isParameter(found))
      return [NONE]
    const { parameters } = found.parent
    const name = nameOfFunction(found.parent)
    const own = (calls.get(name ?? '') ?? []).filter(call => isCallOf(call, found.parent, name))
    return own.map(call => new Map(parameters.flatMap(({ name }, i) =>
      call.arguments[i] ? [[name.getText(), { value: call.arguments[i], given: NONE }] as const] : [])))
  }

  function texts(node: ts.Expression, given: Arguments): Texts {
    if (ts.isStringLiteralLike(node))
      return [escaped(node.text)]
    if (ts.isNumericLiteral(node))
      return [node.text]
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
      return texts(node.expression, given)
    if (ts.isTemplateExpression(node)) {
      return joined([[escaped(node.head.text)], ...node.templateSpans.flatMap(({ expression, literal }) =>
        [part(expression, given), [escaped(literal.text)]])])
    }
    if (ts.isBinaryExpression(node) && isOfTexts(node))
      return joined([texts(node.left, given), texts(node.right, given)])
    if (ts.isConditionalExpression(node))
      return [...texts(node.whenTrue, given), ...texts(node.whenFalse, given)]
    if (ts.isIdentifier(node))
      return named(node, given)
    if (ts.isCallExpression(node) && node.arguments[0])
      return called(node.expression.getText(), node.arguments[0], given) ?? [placeholder(node)]
    return [placeholder(node)]
  }

  /** What a function makes of what it is given, where that is known. */
  function called(name: string, argument: ts.Expression, given: Arguments): Texts | undefined {
    if (name === 'typed')
      return texts(argument, given).map(line => `npx docent ${line}`)
    return name === 'suggest' ? [`Did you mean ${placeholder(argument)}? `] : undefined
  }

  function named(node: ts.Identifier, given: Arguments): Texts {
    if (node.text === 'undefined')
      return ['']
    const argument = given.get(node.text)
    if (argument)
      return texts(argument.value, argument.given)
    const found = declarationOf(node)
    return found && ts.isVariableDeclaration(found) && found.initializer && ts.isIdentifier(found.name)
      ? texts(found.initializer, given)
      : [placeholder(node)]
  }

  /** What stands within a text: few cases of it, else its name. */
  function part(node: ts.Expression, given: Arguments): Texts {
    const cases = [...new Set(texts(node, given))]
    const isPlain = cases.every(text => withoutNames(text) !== '' || text === '')
    return cases.length <= MAX_CASES && isPlain ? cases : [placeholder(node)]
  }

  /** The call's function may be of its own file, or of one that is imported under this name. */
  function isCallOf(call: ts.CallExpression, { parameters }: ts.SignatureDeclaration, name?: string): boolean {
    const [source, home] = [call.getSourceFile(), parameters[0]!.getSourceFile()]
    return source === home
      || new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '[^']*/${baseName(home)}'`).test(source.text)
  }
}

function isOfTexts({ left, right, operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.PlusToken && [left, right].some(side => ts.isStringLiteralLike(side)
    || ts.isTemplateExpression(side) || (ts.isBinaryExpression(side) && isOfTexts(side)))
}

function callsByName(sources: readonly ts.SourceFile[]): Map<string, ts.CallExpression[]> {
  const calls = new Map<string, ts.CallExpression[]>()
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      calls.set(node.expression.text, [...calls.get(node.expression.text) ?? [], node])
    ts.forEachChild(node, visit)
  }
  sources.forEach(visit)
  return calls
}

/** The variable or the parameter that a name stands for, where one of the file does. */
function declarationOf(name: ts.Identifier): ts.VariableDeclaration | ts.ParameterDeclaration | undefined {
  for (let node: ts.Node = name; node; node = node.parent) {
    const found = declaredIn(node, name.text)
    if (found)
      return found
  }
  return undefined
}

function declaredIn(node: ts.Node, name: string): ts.VariableDeclaration | ts.ParameterDeclaration | undefined {
  if (ts.isFunctionLike(node))
    return node.parameters.find(parameter => declares(parameter.name, name))
  if (!ts.isBlock(node) && !ts.isSourceFile(node))
    return undefined
  return node.statements
    .flatMap(statement => ts.isVariableStatement(statement) ? statement.declarationList.declarations : [])
    .find(declaration => declares(declaration.name, name))
}

function declares(binding: ts.BindingName, name: string): boolean {
  return ts.isIdentifier(binding)
    ? binding.text === name
    : binding.elements.some(element => ts.isBindingElement(element) && declares(element.name, name))
}

function nameOfFunction(node: ts.SignatureDeclaration): string | undefined {
  const { parent } = node
  return node.name?.getText() ?? (ts.isVariableDeclaration(parent) ? parent.name.getText() : undefined)
}

function baseName({ fileName }: ts.SourceFile): string {
  return fileName.split('/').at(-1)!.replaceAll('.', '\\.')
}

/** All ways to say the parts one after the other; where these are too many, with the first case of each. */
function joined(parts: readonly Texts[]): Texts {
  const count = parts.reduce((product, { length }) => product * length, 1)
  const few = count > MAX_CASES ? parts.map(cases => cases.slice(0, 1)) : parts
  const said = few.reduce((all, cases) => all.flatMap(text => cases.map(next => text + next)), [''])
  // Two names beside each other would be one of strong words.
  return said.map(text => text.replaceAll('**', '* *'))
}

/** What a person can search for: words, and the end of a sentence where this may be something else. */
function isSentence(text: string, isError: boolean): boolean {
  return /[a-z]{3}/i.test(withoutNames(text)) && (isError || /[.?!*]$/.test(text))
}

function withoutNames(text: string): string {
  return text.replace(/\*[^*]+\*/g, '').trim()
}

/** Text as Markdown, also where Vue reads it. */
function escaped(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_[\]|$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\{\{/g, '&#123;&#123;')
}
