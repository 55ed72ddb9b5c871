import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'docent-generate-'))
  writeFileSync(path.join(folder, 'notes.md'), '# Kernels\n\nA kernel talks to the hardware.\n')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function generate(...args: string[]): Promise<{ code: number, stdout: string, stderr: string }> {
  const command = [path.resolve('src/cli/run.js'), 'scripts/generate.ts', 'notes.md', ...args]
  return promisify(execFile)(process.execPath, command, { cwd: folder })
    .then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }), error => error)
}

it.each(['--course', '--out'])('puts lectures into the course that %s names', async (flag) => {
  const { code, stdout, stderr } = await generate(flag, 'course')
  expect(code).toBe(0)
  expect(stderr.replace(/\d[\d.]* m?s\b/g, '1 s')).toBe('Reading documents 1 s\nMaking lectures 1 s\nWriting the course 1 s\n')
  expect(stdout).toContain('Wrote 1 lecture to course, a new course.\n  npm start -- --course course')
  expect(readdirSync(path.join(folder, 'course/slides'))).toEqual(['01-kernels.md'])
})

it('takes --course and --out for the same folder', async () => {
  expect(await generate('--course', 'course', '--out', './course/')).toMatchObject({ code: 0 })
  expect(existsSync(path.join(folder, 'course/slides.md'))).toBe(true)
})

it('refuses --course and --out for different folders', async () => {
  const { code, stderr } = await generate('--course', 'one', '--out', 'other')
  expect(code).toBe(2)
  expect(stderr.split('\n')[0]).toMatchInlineSnapshot(`"--course and --out mean the same: give one of them, not "one" and "other"."`)
  expect(readdirSync(folder)).toEqual(['notes.md'])
})

it('means the folder that it runs in where neither is given', async () => {
  const { code, stderr } = await generate()
  expect({ code, message: stderr.replaceAll(path.basename(folder), '<folder>') }).toMatchInlineSnapshot(`
    {
      "code": 1,
      "message": "error .: The folder <folder> is neither a course nor empty: it has no slides.md.
        Give the folder of a course, or an empty one, with --course DIR.
    ",
    }
  `)
})
