#!/usr/bin/env node
// The command `docent` of an installed package. What it needs before it knows which command is meant is loaded alone,
// so that its help is there at once.
import process from 'node:process'

const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`Docent needs Node.js 20.20 or later, 24 at best, and this is ${process.versions.node}.`)
  process.exitCode = 1
}
else {
  await run(process.argv.slice(2))
}

/** @param {string[]} words */
async function run([name = '--help', ...rest]) {
  const { COMMANDS, overview, unknownCommand, version } = await import('./commands.js')
  const typed = process.argv[1]?.includes('node_modules') ? 'npx docent' : 'docent'
  const asked = name === 'help' ? rest[0] ?? '--help' : name
  if (name === 'completion')
    return await complete(rest[0], Object.keys(COMMANDS))
  if (asked === '--help' || asked === '-h')
    return console.log(overview(typed))
  if (asked === '--version' || asked === '-v')
    return console.log(version())
  if (!Object.hasOwn(COMMANDS, asked)) {
    console.error(await unknownCommand(asked, typed))
    process.exitCode = 2
    return
  }
  process.env.DOCENT_TYPED = typed
  process.argv.splice(2, Infinity, `scripts/${asked}.ts`, ...name === 'help' ? ['--help'] : rest)
  await import('./run.js')
}

async function complete(shell, names) {
  const { completion } = await import('./completion.js')
  const script = completion(shell, names)
  if (script)
    return console.log(script)
  console.error('Name your shell: docent completion bash, zsh or fish')
  process.exitCode = 2
}
