import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkOutputFolder, replaceFile, replaceFolder } from '../../src/core/output.ts'

let root: string
beforeEach(async () => {
  root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-output-')))
  await fs.mkdir(path.join(root, 'slides'))
  await fs.writeFile(path.join(root, 'slides.md'), '')
})
afterEach(() => fs.rm(root, { recursive: true }))

const write = (file: string, text: string) => fs.mkdir(path.dirname(file), { recursive: true }).then(() => fs.writeFile(file, text))

describe('a folder that is replaced', () => {
  it('takes the place of the old one as a whole', async () => {
    const out = path.join(root, 'dist')
    await write(path.join(out, 'old.txt'), 'old')
    await replaceFolder(out, folder => write(path.join(folder, 'new.txt'), 'new'))
    expect(await fs.readdir(out)).toEqual(['new.txt'])
    expect(await fs.readdir(root)).toEqual(['dist', 'slides', 'slides.md'])
  })

  it('stays as it was after an error, and nothing is left beside it', async () => {
    const out = path.join(root, 'dist')
    await write(path.join(out, 'old.txt'), 'old')
    await expect(replaceFolder(out, async (folder) => {
      await write(path.join(folder, 'half.txt'), 'half')
      throw new Error('half-way')
    })).rejects.toThrow('half-way')
    expect(await fs.readFile(path.join(out, 'old.txt'), 'utf8')).toBe('old')
    expect(await fs.readdir(root)).toEqual(['dist', 'slides', 'slides.md'])
  })
})

describe('a process that ends half-way', () => {
  // An error that nobody catches comes when the reader of the command's output goes, as in `npm run build | head`.
  it.each(['process.kill(process.pid, "SIGTERM"); await new Promise(() => setInterval(() => {}, 1000))', 'setImmediate(() => { throw new Error("gone") }); await new Promise(() => setInterval(() => {}, 1000))'])('leaves nothing beside the old folder: %s', async (end) => {
    const module = path.join(import.meta.dirname, '../../src/core/output.ts')
    const script = `import { replaceFolder } from ${JSON.stringify(module)}; await replaceFolder(${JSON.stringify(path.join(root, 'dist'))}, async () => { ${end} })`
    await expect(promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script])).rejects.toThrow()
    expect(await fs.readdir(root)).toEqual(['slides', 'slides.md'])
  })

  it('leaves nothing where a thread still writes as it ends', async () => {
    const module = path.join(import.meta.dirname, '../../src/core/output.ts')
    const writer = `
      import fs from 'node:fs'
      import { parentPort, workerData } from 'node:worker_threads'
      for (let i = 0; i < 2000; i++) {
        fs.mkdirSync(workerData + '/deck', { recursive: true })
        fs.writeFileSync(workerData + '/deck/' + i, '')
        if (i === 100)
          parentPort.postMessage('writes')
      }`
    const script = `
      import { Worker } from 'node:worker_threads'
      import { replaceFolder } from ${JSON.stringify(module)}
      await replaceFolder(${JSON.stringify(path.join(root, 'dist'))}, async (workerData) => {
        const worker = new Worker(${JSON.stringify(writer)}, { eval: true, workerData })
        await new Promise(resolve => worker.once('message', resolve))
        process.exit(3)
      })`
    await expect(promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script])).rejects.toMatchObject({ code: 3, stderr: '' })
    expect(await fs.readdir(root)).toEqual(['slides', 'slides.md'])
  })
})

describe('what a killed process has left', () => {
  /** The number of a process that has ended. */
  const ended = async () => (await promisify(execFile)(process.execPath, ['-p', 'process.pid'])).stdout.trim()

  it('goes with the next output; what another process is making stays', async () => {
    const pid = await ended()
    const running = `.dist-${process.pid}-abcdef`
    for (const name of [`.dist-${pid}-abcdef`, running, '.dist-notes'])
      await write(path.join(root, name, 'half.txt'), 'half')
    await replaceFolder(path.join(root, 'dist'), folder => write(path.join(folder, 'new.txt'), 'new'))
    expect(await fs.readdir(root)).toEqual([running, '.dist-notes', 'dist', 'slides', 'slides.md'])
  })

  it('where the old folder was aside, is put back, also when nothing new comes', async () => {
    await write(path.join(root, `.dist-${await ended()}-abcdef-old/old.txt`), 'old')
    await expect(replaceFolder(path.join(root, 'dist'), async () => {
      throw new Error('half-way')
    })).rejects.toThrow('half-way')
    expect(await fs.readFile(path.join(root, 'dist/old.txt'), 'utf8')).toBe('old')
  })
})

describe('an output that cannot be written', () => {
  it('says why', async () => {
    await expect(replaceFile(path.join(root, 'slides.md/a.pdf'), '')).rejects.toThrow(/slides\.md\/a\.pdf cannot be written: a part of its path is a file\./)
    await expect(replaceFolder(path.join(root, 'slides.md/out'), async () => {})).rejects.toThrow('cannot be written: a part of its path is a file.')
  })
})

describe('a file that is replaced', () => {
  it('is written as a whole, its folder too', async () => {
    const file = path.join(root, 'a/b/c.txt')
    await replaceFile(file, 'first')
    await replaceFile(file, 'second')
    expect(await fs.readFile(file, 'utf8')).toBe('second')
    expect(await fs.readdir(path.dirname(file))).toEqual(['c.txt'])
  })
})

describe('an output folder', () => {
  const check = (out: string) => () => checkOutputFolder(path.join(root, out), root, 'course.json')

  it('may be new, empty, or a former output', async () => {
    await fs.mkdir(path.join(root, 'empty'))
    await write(path.join(root, 'dist/course.json'), '{}')
    expect(check('new')).not.toThrow()
    expect(check('empty')).not.toThrow()
    expect(check('dist')).not.toThrow()
  })

  it('may not hold or be sources, or hold what a build did not make', async () => {
    await write(path.join(root, 'thesis/final.docx'), '')
    await fs.symlink(path.join(root, 'slides'), path.join(root, 'link'))
    expect(check('.')).toThrow('holds the sources of the course')
    expect(check('..')).toThrow('holds the sources of the course')
    expect(check('slides')).toThrow('lies in slides/, among the sources')
    expect(check('link')).toThrow('lies in slides/, among the sources')
    expect(check('slides/out')).toThrow('lies in slides/, among the sources')
    expect(check('thesis')).toThrow('holds other files')
    expect(check('slides.md')).toThrow('is a file')
  })
})
