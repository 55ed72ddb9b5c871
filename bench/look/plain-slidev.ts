import type { RunningServer } from '../../src/browser/serve.ts'
import type { Course } from '../../src/course/course.ts'
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import sirv from 'sirv'
import { listen } from '../../src/browser/serve.ts'
import { UserError } from '../../src/core/errors.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'

/** A deck may load packages for minutes, and no longer. */
const TIMEOUT = 300_000

/**
 * Builds a course as plain Slidev does, with the Slidev among its own packages or else the toolkit's.
 * @throws UserError with what Slidev says where it cannot
 */
export async function buildPlainSlidev({ root, entry }: Course, out: string): Promise<void> {
  const args = [slidevCommand(root), 'build', entry, '--out', out, '--base', '/']
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 64e6, timeout: TIMEOUT })
  }
  catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: string, stdout?: string }
    const said = `${stdout}\n${stderr}`.split('\n').filter(line => /error|cannot|not found/i.test(line))
    throw new UserError(`Plain Slidev cannot build it: ${said[0]?.trim() ?? (error as Error).message.split('\n')[0]}`)
  }
}

function slidevCommand(root: string): string {
  for (const folder of [root, toolkitRoot]) {
    try {
      const file = createRequire(path.join(folder, 'package.json')).resolve('@slidev/cli/package.json')
      return path.join(path.dirname(file), 'bin/slidev.mjs')
    }
    catch {}
  }
  throw new UserError('Slidev is not there.', 'Run: npm ci')
}

/** Serves a deck of plain Slidev, whose addresses are no files. */
export async function servePlainSlidev(folder: string): Promise<RunningServer> {
  const files = sirv(folder, { dev: true, single: true })
  return listen((request, response) => files(request, response, () => void response.writeHead(404).end()), 0)
}
