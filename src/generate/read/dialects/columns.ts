/** Columns before the text of a line; a tab goes to the next multiple of four. */
export function indentOf(line: string): number {
  return skipColumns(line, Infinity).column
}

/** A line without its first columns, as far as they are white space. */
export function dedent(line: string, columns: number): string {
  const { column, index } = skipColumns(line, columns)
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(index)
}

/** Goes over white space to a column, or beyond it where a tab does. */
function skipColumns(line: string, columns: number): { column: number, index: number } {
  let column = 0
  let index = 0
  for (; index < line.length && column < columns; index++) {
    if (line[index] === ' ')
      column++
    else if (line[index] === '\t')
      column += 4 - column % 4
    else
      break
  }
  return { column, index }
}
