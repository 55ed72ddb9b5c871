#!/usr/bin/env node
// `npm create docent my-course` is `npx docent new my-course`, of the Docent of the same version.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const words = ['--yes', `docent@^${version}`, 'new', ...process.argv.slice(2)]
const isWindows = process.platform === 'win32'
// Only a shell finds npx there, and it wants quotes around what has spaces.
const child = isWindows
  ? spawn(['npx', ...words.map(word => `"${word.replaceAll('"', '')}"`)].join(' '), { stdio: 'inherit', shell: true })
  : spawn('npx', words, { stdio: 'inherit' })

child.on('error', ({ message }) => {
  console.error(`npx does not start: ${message}`)
  process.exitCode = 1
})
child.on('exit', code => process.exitCode = code ?? 1)
