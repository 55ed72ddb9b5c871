// Starts a command: `node src/cli/run.js scripts/build.ts --help`. This file is JavaScript, so that nothing has to be
// compiled before it; commands are compiled once, and again where one of their files has changed.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { sameStamps } from './stamps.js'

const root = path.resolve(import.meta.dirname, '../..')
const cache = path.join(root, 'node_modules/.cache/docent/commands')
// What follows is as if the command had been started itself.
const [script] = process.argv.splice(2, 1)

await import(pathToFileURL(packaged() ?? compiled() ?? await compileNow() ?? await source()).href)

/** The command of a package, which brings none of their sources. */
function packaged() {
  const file = path.join(root, 'compiled', `${path.basename(script, '.ts')}.js`)
  return !existsSync(path.join(root, 'scripts')) && existsSync(file) ? file : undefined
}

/** The compiled command, where it was compiled from the files that are there now. */
function compiled() {
  try {
    const { stamps, commands } = JSON.parse(readFileSync(path.join(cache, 'commands.json'), 'utf8'))
    return sameStamps(root, stamps) ? path.join(cache, commands[script]) : undefined
  }
  catch {
    return undefined
  }
}

/** Nothing where it cannot be kept, as in a folder that is for reading only, or where a file has an error. */
async function compileNow() {
  try {
    const { compileCommands } = await import('./compile-commands.js')
    const commands = await compileCommands(root, cache)
    return path.join(cache, commands[script])
  }
  catch {
    return undefined
  }
}

/** The command as it is written, compiled file by file as it loads. */
async function source() {
  const { register } = await import('tsx/esm/api')
  register()
  return path.join(root, script)
}
