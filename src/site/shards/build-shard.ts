import type { Problem } from '../../core/errors.ts'
import type { Progress } from '../../core/progress.ts'
import type { Lecture } from '../../course/course.ts'
import type { Shard, ShardRecord } from './shard.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { findBrowser } from '../../browser/find.ts'
import { lazyBrowser } from '../../browser/launch.ts'
import { surveyCourse } from '../../check/load-course.ts'
import { publicNameProblems } from '../../check/public-names.ts'
import { throwProblems } from '../../core/errors.ts'
import { checkOutputFolder, replaceFolder } from '../../core/output.ts'
import { courseHandouts } from '../../paper/handout/handout.ts'
import { readSecrets } from '../../paper/leaks/source-leaks.ts'
import { writePrintRecord } from '../../paper/print-record.ts'
import { startDecksBuilder } from '../../slidev/build-decks-apart.ts'
import { buildDecksWithDiagrams } from '../../slidev/build-decks-with-diagrams.ts'
import { printSite } from '../print-site.ts'
import { DECKS, lecturesOfShard, PRINTED, SHARD_FILE } from './shard.ts'
import { commitOf, sourcesOf } from './sources.ts'

interface BuildShardOptions {
  /** Folder of the course. */
  root: string
  /** Folder that is replaced by the shard. */
  out: string
  shard: Shard
  /** Path of a browser executable; else one is found. */
  executablePath?: string
  /** What would be a warning is an error. */
  strict?: boolean
  progress: Progress
}

export interface BuiltShard {
  /** The lectures that are printed. */
  lectures: Lecture[]
  /** Absolute path of the shard. */
  out: string
  warnings: Problem[]
}

/**
 * Builds one machine's share of a course: all decks, which every print may link to, and the prints and frozen slides of
 * some lectures. What spans lectures is made of all shards when they are put together.
 * @throws UserError with all problems of the course, or all lectures of the share that do not print
 */
export async function buildShard(options: BuildShardOptions): Promise<BuiltShard> {
  const { shard, executablePath, strict = false, progress } = options
  const [root, out] = [path.resolve(options.root), path.resolve(options.out)]
  progress.step('Reading the course')
  const builder = startDecksBuilder(root)
  const found = findBrowser(executablePath)
  const browser = lazyBrowser(found)
  try {
    const { course, problems } = await surveyCourse(root)
    checkOutputFolder(out, root, SHARD_FILE)
    const handouts = courseHandouts(course)
    throwProblems([
      ...problems,
      ...(await readSecrets(course)).problems,
      ...strict ? [...course.warnings, ...await publicNameProblems(course)] : [],
    ])
    const lectures = lecturesOfShard(course.lectures, shard)
    const warnings = await replaceFolder(out, async (folder) => {
      const site = path.join(folder, 'site')
      await buildDecksWithDiagrams(course, { out: site, base: './', audience: 'public', browser, progress }, builder)
      const record: ShardRecord = {
        ...shard,
        commit: await commitOf(course),
        sources: await sourcesOf(course, site),
        lectures: lectures.map(({ slug }) => slug),
      }
      if (shard.number === 1)
        await fs.cp(site, path.join(folder, DECKS), { recursive: true })
      const done = await printSite(course, { folder: site, lectures, handouts, browser, found, progress })
      for (const { printed, files } of done) {
        const { slug } = printed.lecture
        const kept = path.join(folder, PRINTED, slug)
        await fs.mkdir(kept, { recursive: true })
        await writePrintRecord(kept, { printed, folder: path.join(site, slug), files, key: '' }, root)
      }
      await fs.rm(site, { recursive: true })
      await fs.writeFile(path.join(folder, SHARD_FILE), `${JSON.stringify(record, null, 2)}\n`)
      const warnings = done.flatMap(({ printed }) => printed.warnings)
      throwProblems(strict ? warnings : [])
      return warnings
    })
    return { lectures, out, warnings }
  }
  finally {
    builder.end()
    await browser.close()
    progress.done()
  }
}
