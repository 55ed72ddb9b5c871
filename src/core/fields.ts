/** Whether a value that came from outside is what a field may hold. */
export type Check = (value: unknown) => boolean

export function isText(max = Number.POSITIVE_INFINITY): Check {
  return value =>
    typeof value === 'string' && value !== '' && value.length <= max
}
export const isString: Check = value => typeof value === 'string'
export const isFlag: Check = value => typeof value === 'boolean'
export function isNumber(from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY): Check {
  return value =>
    typeof value === 'number' && Number.isFinite(value) && value >= from && value <= to
}
export const isWhole = (from: number): Check => value => Number.isSafeInteger(value) && (value as number) >= from
export const isOneOf = (names: readonly string[]): Check => value => names.includes(value as string)
export const isListOf = (check: Check): Check => value => Array.isArray(value) && value.every(check)
export const isMaybe = (check: Check): Check => value => value === undefined || check(value)

/** The object that a text of JSON holds; undefined where it is another value, or no JSON. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return value && typeof value === 'object' && !Array.isArray(value) ? value as Record<string, unknown> : undefined
  }
  catch {}
}

/** The name of the first field that holds what it may not. */
export function wrongField(fields: Record<string, unknown>, checks: Record<string, Check>): string | undefined {
  return Object.keys(checks).find(name => !checks[name]!(fields[name]))
}
