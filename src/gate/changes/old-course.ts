import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import tar from 'tar-fs'
import { UserError } from '../../core/errors.ts'
import { toolkitRoot } from '../../core/toolkit.ts'

const run = promisify(execFile)

/** What of the toolkit's own folder is its course. */
const OWN_PARTS = ['slides.md', 'slides', 'public']

interface OldCourse {
  root: string
  /** The revision, short. */
  revision: string
  remove: () => Promise<void>
}

/**
 * A course as it was at a revision of git, in a folder of its own.
 * @throws UserError where the course is in no repository, or there is no such revision
 */
export async function checkOutCourse(root: string, since: string): Promise<OldCourse> {
  const git = async (...args: string[]) => (await run('git', args, { cwd: root })).stdout.trim()
  const prefix = await git('rev-parse', '--show-prefix').catch(() => {
    throw new UserError(`The course in ${root} is in no repository of git.`, 'Its changes are known from there alone.')
  })
  const revision = await git('rev-parse', '--short', '--verify', '--end-of-options', `${since}^{commit}`).catch(() => {
    throw new UserError(`There is no revision "${since}".`, 'Name a commit, a tag or a branch, as git log shows them.')
  })
  const names = (await git('ls-tree', '--name-only', revision, './')).split('\n')
  if (!names.includes('slides.md'))
    throw new UserError(`There was no course here at ${since}.`, 'Name a later revision.')
  const work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-changes-')))
  const remove = () => fs.rm(work, { recursive: true, force: true })
  try {
    const own = path.join(work, path.basename(root))
    await fs.mkdir(own)
    const parts = root === toolkitRoot ? names.filter(name => OWN_PARTS.includes(name)) : names
    const tree = prefix ? `${revision}:${prefix.replace(/\/$/, '')}` : revision
    const cwd = await git('rev-parse', '--show-toplevel')
    const archive = spawn('git', ['archive', tree, ...parts], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
    await pipeline(archive.stdout, tar.extract(own))
    const packages = path.join(root, 'node_modules')
    if (root !== toolkitRoot && existsSync(packages))
      await fs.symlink(packages, path.join(own, 'node_modules')).catch(() => undefined)
    return { root: own, revision, remove }
  }
  catch (error) {
    await remove()
    throw error
  }
}
