import type { SFCTemplateBlock } from 'vue/compiler-sfc'
import type { DataPath } from './validator.ts'

type Root = NonNullable<SFCTemplateBlock['ast']>
/** An element of a template, as Vue's compiler reads it. */
export type Element = Extract<Root['children'][number], { tag: string }>
type Directive = Extract<Element['props'][number], { exp?: unknown }>
/** The value of an attribute such as `:layers`. */
export type Expression = Extract<Directive['exp'], { content: string }>
/** The syntax of such an expression. */
export type Syntax = Exclude<Expression['ast'], undefined | null | false>
type Property = Extract<Syntax, { type: 'ObjectProperty' }>

/** A part of an expression whose value is known only when it runs. */
export class NotLiteral extends Error {
  readonly syntax: Syntax

  constructor(syntax: Syntax) {
    super('This is not a literal.')
    this.syntax = syntax
  }
}

/**
 * The value of an expression that is written out: text, numbers, lists and mappings of these. Nothing is run.
 * @throws NotLiteral
 */
export function literalValue(syntax: Syntax): unknown {
  switch (syntax.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return syntax.value
    case 'NullLiteral':
      return null
    case 'TemplateLiteral':
      if (syntax.expressions.length)
        throw new NotLiteral(syntax)
      return syntax.quasis[0]!.value.cooked
    case 'ArrayExpression':
      return syntax.elements.map(element => element ? literalValue(element) : null)
    case 'ObjectExpression':
      return Object.fromEntries(syntax.properties.map(propertyEntry))
    default:
      throw new NotLiteral(syntax)
  }
}

function propertyEntry(property: Syntax): [string, unknown] {
  const key = propertyKey(property)
  if (key === undefined)
    throw new NotLiteral(property)
  return [key, literalValue((property as Property).value)]
}

/** The key of a property that is written out; undefined for all else that may stand in an object. */
function propertyKey(property: Syntax): string | undefined {
  if (property.type !== 'ObjectProperty' || property.computed || property.shorthand)
    return undefined
  const { key } = property
  if (key.type === 'Identifier')
    return key.name
  return key.type === 'StringLiteral' || key.type === 'NumericLiteral' ? String(key.value) : undefined
}

/** The part of a literal to which a path leads, or the nearest around it that is there. */
export function literalPart(syntax: Syntax, [key, ...path]: DataPath): Syntax {
  const part = key === undefined ? undefined : partAt(syntax, key)
  return part ? literalPart(part, path) : syntax
}

function partAt(syntax: Syntax, key: string | number): Syntax | null | undefined {
  if (syntax.type === 'ArrayExpression')
    return syntax.elements[Number(key)]
  if (syntax.type === 'ObjectExpression')
    return (syntax.properties.find(property => propertyKey(property) === key) as Property | undefined)?.value
}
