import ts from 'typescript'

/** Calls that only show what they are given. */
const SHOWS = 'String Number displayPath shown quoted capital sentence list resolve basename relative stringify '
  + 'extname dirname formatBytes formatSeconds formatTime round ceil floor keys values entries'

/** What stands in a sentence for a value that is known only when it is said: its name, in words. */
export function placeholder(node: ts.Expression): string {
  return `*${nameOf(node)}*`
}

function nameOf(node: ts.Expression): string {
  if (ts.isIdentifier(node))
    return words(node.text)
  if (ts.isPropertyAccessExpression(node))
    return ofProperty(node)
  if (ts.isElementAccessExpression(node) || ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node)
    || ts.isAsExpression(node) || ts.isAwaitExpression(node)) {
    return nameOf(node.expression)
  }
  if (ts.isCallExpression(node))
    return ofCall(node)
  if (ts.isBinaryExpression(node))
    return nameOf(node.left)
  return '…'
}

function ofProperty({ expression, name }: ts.PropertyAccessExpression): string {
  if (name.text === 'length' || name.text === 'size')
    return `number of ${nameOf(expression)}`
  return name.text === 'message' ? 'reason' : words(name.text)
}

function ofCall({ expression, arguments: [first, second] }: ts.CallExpression): string {
  const called = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText()
  if (called === 'countOf' && second && ts.isStringLiteralLike(second))
    return `number of ${second.text}s`
  if (SHOWS.split(' ').includes(called) && first)
    return nameOf(first)
  // A list or a text that is changed before it is shown.
  if (ts.isPropertyAccessExpression(expression))
    return nameOf(expression.expression)
  return words(called)
}

/** `executablePath` and `LAYOUTS` as words. */
function words(name: string): string {
  const letters = /^[A-Z_\d]+$/.test(name) ? name.toLowerCase() : name
  return letters.replace(/[A-Z]+(?![a-z])|[A-Z]/g, letters => ` ${letters.toLowerCase()}`).replace(/_/g, ' ').trim()
}
