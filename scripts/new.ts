import { runCommand } from '../src/cli/command.ts'
await runCommand({ name: 'new', summary: 'x', flags: {}, async run() {} })
