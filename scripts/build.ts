import type { Lecture } from '../src/course/course.ts'
import type { BuiltSite } from '../src/site/build-site.ts'
import type { FoundShard } from '../src/site/shards/read-shards.ts'
import path from 'node:path'
import process from 'node:process'
import { printErrors, printWarnings, runCommand, style, UsageError } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'
import { createProgress } from '../src/cli/progress.ts'
import { displayPath } from '../src/core/errors.ts'
import { countOf, formatBytes, formatSeconds } from '../src/core/format.ts'
import { typed } from '../src/core/typed.ts'
import { splitSlugs } from '../src/course/select.ts'

await runCommand({
  name: 'build',
  summary: 'Builds the course for any web host: every lecture as a page, a live deck, PDF slides and handouts, '
    + 'in one folder.',
  flags: {
    'course': courseFlag,
    'out': { type: 'string', value: 'DIR', help: 'folder to write (default: dist in the course)' },
    'only': { type: 'string', value: 'SLUGS', help: 'lectures to build, with commas between them (default: all)' },
    'base': { type: 'string', value: 'PATH', help: 'base path of the site; ./ (the default) works below any path' },
    'strict': { type: 'boolean', help: 'stop at what would be a warning' },
    'keep-going': { type: 'boolean', help: 'leave out lectures with faults, and build the rest; the exit code is 1' },
    'zip': { type: 'boolean', help: 'also put the site into one zip file beside the folder' },
    'single-file': { type: 'string', value: 'SLUG', help: 'also make one HTML file of a lecture beside the folder' },
    'shard': { type: 'string', value: 'I/N', help: 'build share I of N, on one of N machines, into shards/I-of-N' },
    'merge': { type: 'string', multiple: true, value: 'DIR', help: 'put the shards in these folders together' },
    'browser': browserFlag,
  },
  positionals: '[--merge DIR…]',
  examples: ({ lecture }) => [
    'build',
    `build --only ${lecture}`,
    'build --course ../other-course --out site',
    'build --shard 2/8',
    'build --merge shards',
  ],
  async run({ flags, positionals }) {
    const [extra] = positionals
    if (extra !== undefined && !flags.merge.length)
      throw new UsageError(`Unexpected argument '${extra}'`)
    const alone = flags.shard === undefined && !flags.merge.length ? undefined : wholeCourseFlag(flags)
    if (alone || (flags.shard !== undefined && flags.merge.length))
      throw new UsageError(`--${flags.merge.length ? 'merge' : 'shard'} and --${alone ?? 'shard'} do not go together`)
    if (flags.base !== undefined && !/^(?:\.\/|\/(?:.*\/)?|https?:\/\/.+\/)$/.test(flags.base))
      throw new UsageError(`The base path is ./ or begins and ends with a slash; this is "${flags.base}"`)
    if (flags.shard !== undefined)
      return runShard(flags.shard, flags)
    const { buildSite } = await import('../src/site/build-site.ts')
    const { readSettings } = await import('../src/course/settings.ts')
    // What is wrong with them is told with the rest of the course.
    const { settings } = await readSettings(path.resolve(flags.course))
    const started = Date.now()
    const site = await buildSite({
      root: flags.course,
      out: flags.out ?? path.join(flags.course, settings.out ?? 'dist'),
      only: splitSlugs(flags.only),
      base: flags.base ?? settings.base ?? './',
      executablePath: flags.browser,
      strict: flags.strict,
      keepGoing: flags['keep-going'],
      zip: flags.zip,
      single: flags['single-file'],
      shards: flags.merge.length ? await shardsIn([...flags.merge, ...positionals]) : undefined,
      progress: createProgress(),
    })
    printWarnings(site.warnings)
    printErrors(site.faults)
    if (site.faults.length)
      process.exitCode = 1
    console.log(summary(site, Date.now() - started))
  },
})

/** A flag that is given and takes a part of the course, or stands for more than one site. */
function wholeCourseFlag(flags: { 'only'?: string, 'keep-going': boolean }): string | undefined {
  return (['only', 'keep-going'] as const).find(name => flags[name])
}

async function shardsIn(folders: readonly string[]): Promise<FoundShard[]> {
  const { readShards } = await import('../src/site/shards/read-shards.ts')
  return readShards(folders)
}

interface ShardFlags { course: string, out?: string, browser?: string, strict: boolean }

async function runShard(text: string, { course, out, browser, strict }: ShardFlags): Promise<void> {
  const { parseShard } = await import('../src/site/shards/shard.ts')
  const { buildShard } = await import('../src/site/shards/build-shard.ts')
  const shard = parseShard(text)
  if (!shard)
    throw new UsageError(`A shard is a number of a number, such as 2/8, not "${text}"`)
  const started = Date.now()
  const built = await buildShard({
    root: course,
    out: out ?? path.join(course, 'shards', `${shard.number}-of-${shard.of}`),
    shard,
    executablePath: browser,
    strict,
    progress: createProgress(),
  })
  printWarnings(built.warnings)
  const lectures = countOf(built.lectures.length, 'lecture')
  console.log(`Shard ${shard.number} of ${shard.of}: ${lectures} in ${formatSeconds(Date.now() - started)}.`)
  const place = style('cyan', displayPath(built.out))
  console.log(`It is in ${place}; put all together with: ${typed('build --merge shards')}`)
}

function summary(
  { course, out, manifest, pages, leftOut, files, unchanged }: BuiltSite,
  milliseconds: number,
): string {
  const { lectures } = course
  const bytes = new Map(manifest.files.map(({ path, bytes }) => [path, bytes]))
  const width = Math.max(...lectures.map(({ slug }) => slug.length))
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)
  const slides = lectures.reduce((sum, { slides }) => sum + slides.length, 0)
  const row = ({ slug, slides }: Lecture) => [
    ` ${slug.padEnd(width)} `,
    countOf(slides.length, 'slide').padStart(10),
    ' slides.pdf',
    countOf(pages.get(slug) ?? 0, 'page').padStart(9),
    formatBytes(bytes.get(`${slug}/slides.pdf`) ?? 0).padStart(8),
  ].join(' ')
  const made = `${countOf(manifest.files.length, 'file')}, ${formatBytes(total)} in ${formatSeconds(milliseconds)}`
  return [
    '',
    style('bold', course.title),
    ...lectures.map(row),
    '',
    ...unchanged ? ['Nothing has changed since the last build.'] : [],
    `${countOf(lectures.length, 'lecture')} with ${countOf(slides, 'slide')}: ${made}.`,
    ...leftOut.map(({ title, slug }) => style('red', `Left out for its errors: ${slug} ("${title}")`)),
    ...files.map(file => `Also made: ${style('cyan', displayPath(file))}`),
    `Open ${style('cyan', displayPath(path.join(out, 'index.html')))} on a web server, or run: ${typed('present')}`,
  ].join('\n')
}
