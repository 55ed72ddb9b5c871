import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { exampleNames } from '../../src/cli/example-names.ts'
import { enterFolder, swallowedFlags } from '../../src/cli/npm.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'

const FLAGS = [['dark', { type: 'boolean' }], ['with-clicks', { type: 'boolean' }], ['range', { type: 'string', value: 'RANGE' }]] as const

beforeEach(() => void vi.stubEnv('npm_lifecycle_event', 'export'))
afterEach(() => void vi.unstubAllEnvs())

describe('flags that npm took for itself', () => {
  it.each([
    [{ npm_config_dark: 'true' }, ['kernel'], 'npm took --dark for itself: flags of a command follow "--". Type: npm run export -- kernel --dark'],
    [{ npm_config_dark: 'true', npm_config_with_clicks: 'true' }, [], 'npm took --dark and --with-clicks for itself: flags of a command follow "--". Type: npm run export -- --dark --with-clicks'],
    [{ npm_config_range: 'true' }, ['kernel', '2-4'], 'npm took --range for itself: flags of a command follow "--". Type: npm run export -- … --range RANGE'],
  ])('%o are told, with what to type', (environment, args, says) => {
    for (const [name, value] of Object.entries(environment))
      vi.stubEnv(name, value)
    expect(swallowedFlags('export', FLAGS, args)).toBe(says)
  })

  it('are none where the command got them, or where npm runs something else', () => {
    vi.stubEnv('npm_config_dark', 'true')
    expect(swallowedFlags('export', FLAGS, ['--dark'])).toBeUndefined()
    vi.stubEnv('npm_lifecycle_event', 'test')
    expect(swallowedFlags('export', FLAGS, [])).toBeUndefined()
    vi.unstubAllEnvs()
    expect(swallowedFlags('export', FLAGS, [])).toBeUndefined()
  })
})

describe('the folder of a command', () => {
  let typedIn: string
  const chdir = vi.spyOn(process, 'chdir')
  beforeEach(() => {
    // Tests run in threads, which cannot go anywhere.
    chdir.mockReset().mockReturnValue()
    typedIn = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'docent-typed-')))
    vi.stubEnv('INIT_CWD', typedIn)
  })
  afterEach(() => fs.rmSync(typedIn, { recursive: true }))

  it('is where it was typed, and not where the package is', () => {
    expect(enterFolder('export')).toBe('.')
    expect(chdir).toHaveBeenCalledWith(typedIn)
  })

  it('stays where it is when npm runs something else', () => {
    vi.stubEnv('npm_lifecycle_event', 'test')
    expect(enterFolder('export')).toBe('.')
    expect(chdir).not.toHaveBeenCalled()
  })
})

describe('names in examples', () => {
  it('are those of the course at hand', () => {
    expect(exampleNames(path.join(toolkitRoot, 'tests/fixtures/courses/small'))).toEqual({ lecture: 'first-steps', slides: ['a-picture', 'the-end'] })
  })

  it('are plain words where there is none', () => {
    expect(exampleNames('/no/such/folder')).toEqual({ lecture: 'my-lecture', slides: ['first-slide', 'last-slide'] })
  })
})
