import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { runCommand } from '../run-command.ts'
import { copyCourse } from './course-copy.ts'

const node = expect.stringMatching(new RegExp(`^✓ Node\\.js +${process.versions.node.replaceAll('.', '\\.')}( \\(24 is recommended\\))?$`))
const fonts = ['Source Sans 3 Variable', 'Source Code Pro Variable', 'Noto Color Emoji'].map(family => `✓ Font     ${family}`)

it('says what is used, and that all is well', async () => {
  const { code, stdout, stderr } = await runCommand('doctor', '--course', await copyCourse())
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.split('\n')).toEqual([
    node,
    expect.stringMatching(/^✓ Browser {2}Chromium \d+\.[\d.]+, (?:embedded|(?:explicit|playwright|system): \S.*)$/),
    ...fonts,
    '✓ Course   A small course: 2 lectures, 7 slides',
    '',
    'All is well.',
    '',
  ])
})

it('looks at everything, marks each thing that is wrong, says what to do, and names them at the end', async () => {
  const root = await copyCourse()
  const lecture = path.join(root, 'slides/02-second-look.md')
  await fs.writeFile(lecture, '---\nsummary: [\n---\n\n# A second look\n')
  const { code, stdout, stderr } = await runCommand('doctor', '--course', root, '--browser', '/no/such/browser')
  expect(stdout.split('\n')).toEqual([
    node,
    '✗ Browser  There is no browser at /no/such/browser.',
    '               Give the path of a Chrome, Edge or Chromium executable with --browser or DOCENT_BROWSER.',
    ...fonts,
    expect.stringContaining(`✗ Course   ${lecture}:3: This front matter is not valid YAML: `),
    expect.stringMatching(/^ {15}Fix the line; /),
    '',
  ])
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'error 2 things to fix: Browser, Course.\n' })
})
