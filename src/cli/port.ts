import { UsageError } from './command.ts'

/**
 * The number of a `--port` flag.
 * @throws UsageError when it is no port
 */
export function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    throw new UsageError(`A port is a number from 1 to 65535; this is "${text}"`)
  return port
}
