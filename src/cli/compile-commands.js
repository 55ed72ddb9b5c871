import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'
import { stampOf } from './stamps.js'

/** Parts of commands that run in processes and threads of their own. */
const PARTS = [
  'src/cli/starter-thread.ts',
  'src/slidev/decks-process.ts',
  'src/paper/deck/pdf-thread.ts',
  'src/paper/leaks/leaks-thread.ts',
]

/** Plain JavaScript in hundreds of files, of which commands use a part: read with theirs, they start sooner. */
const TAKEN_IN = [
  ...['@cantoo/pdf-lib', 'culori', 'fastest-levenshtein', 'fflate', 'github-slugger', 'htmlparser2', 'node-diff3'],
  ...['hast-util-to-mdast', 'hast-util-to-text', 'mdast-util-from-markdown', 'mdast-util-to-string'],
  ...['postcss', 'postcss-selector-parser', 'rehype-parse', 'rehype-remark', 'rehype-sanitize', 'rehype-stringify'],
  ...['remark-gfm', 'remark-math', 'remark-parse', 'remark-rehype', 'remark-stringify', 'unified', 'unist-util-visit'],
]

/** What npm writes whenever it changes a package. */
const INSTALLED = 'node_modules/.package-lock.json'

/** In milliseconds: a server that runs since before a change may still load a part of itself. */
const WEEK = 7 * 24 * 60 * 60 * 1000

/**
 * Compiles all commands to JavaScript, so that they start at once the next time.
 * @param {string} root folder of the toolkit
 * @param {string} cache folder for what is compiled
 * @returns {Promise<Record<string, string>>} file in the cache by path of the command below the toolkit
 */
export async function compileCommands(root, cache) {
  // Where this fails nothing is compiled in vain.
  mkdirSync(cache, { recursive: true })
  accessSync(cache, constants.W_OK)
  const stamps = {}
  const stamp = file => stamps[path.relative(root, file)] = stampOf(file)
  stamp(path.join(root, 'package.json'))
  stamp(path.join(root, 'packages/pdf-ua/package.json'))
  stamp(import.meta.filename)
  const takenIn = existsSync(path.join(root, INSTALLED)) ? TAKEN_IN : []
  if (takenIn.length)
    stamp(path.join(root, INSTALLED))
  const { outputFiles, metafile } = await bundle(root, ['scripts', 'bench'], {
    outdir: cache,
    entryNames: '[name]-[hash]',
    write: false,
    // Packages that are taken in may ask for others in the old way.
    banner: { js: 'import { createRequire as of } from \'node:module\'; const require = of(import.meta.url)' },
  }, stamp, file => [JSON.stringify(path.dirname(file)), JSON.stringify(pathToFileURL(file).href)], { takenIn })
  sweep(cache)
  for (const { path: file, contents } of outputFiles)
    existsSync(file) || put(file, contents)
  const commands = Object.fromEntries(Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
    entryPoint ? [[entryPoint, path.relative(cache, path.join(root, file))]] : []))
  put(path.join(cache, 'commands.json'), JSON.stringify({ stamps, commands }))
  return commands
}

/**
 * Compiles all commands, and what programs import, to JavaScript that runs in any place with the sources beside it.
 * @param {string} root folder of the toolkit
 * @param {string} out folder in it, which gets a file of the same name for each command
 * @param {string[]} others more to compile, by its path below the toolkit
 */
export async function compilePackage(root, out, others) {
  const wayTo = file => path.relative(out, file).split(path.sep).join('/')
  await bundle(root, ['scripts'], { outdir: out, entryNames: '[name]', minifySyntax: true }, () => {}, file => [
    `(import.meta.dirname + ${JSON.stringify(`/${wayTo(path.dirname(file))}`)})`,
    `new URL(${JSON.stringify(wayTo(file))}, import.meta.url).href`,
  ], { others })
}

/**
 * @param {string} root folder of the toolkit
 * @param {string[]} folders of the commands
 * @param {import('esbuild').BuildOptions} options where and how it is written
 * @param {(file: string) => void} onFile called with each file that is read
 * @param {(file: string) => [dirname: string, url: string]} placeOf the place of a source, as code
 * @param {{ others?: string[], takenIn?: string[] }} more more to compile, and packages that are compiled with it
 */
async function bundle(root, folders, options, onFile, placeOf, { others = [], takenIn = [] }) {
  const commands = folders.flatMap(folder => readdirSync(path.join(root, folder))
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name}`))
  const result = await build({
    absWorkingDir: root,
    entryPoints: [...commands, ...PARTS.filter(file => existsSync(path.join(root, file))), ...others],
    bundle: true,
    splitting: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    chunkNames: 'part-[hash]',
    plugins: [{
      name: 'docent:commands',
      setup({ onResolve, onLoad }) {
        const isTakenIn = (name, importer) =>
          name.startsWith('@docent/') || takenIn.includes(name) || /[\\/]node_modules[\\/]/.test(importer)
        onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
          const isOurs = kind === 'entry-point' || (isTakenIn(path, importer) && !isBuiltin(path))
          return isOurs ? undefined : { path, external: true }
        })
        onLoad({ filter: /\.json$/ }, ({ path }) => void onFile(path))
        onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
          onFile(file)
          const [dirname, url] = placeOf(file)
          // A file finds what lies beside it as if it stood in its own place.
          const contents = readFileSync(file, 'utf8')
            .replaceAll('import.meta.dirname', dirname)
            .replaceAll('import.meta.url', url)
          return { contents, loader: 'ts' }
        })
      },
    }],
    ...options,
  })
  await stop()
  return result
}

/** Writes a file whole: others may be starting. */
function put(file, contents) {
  const temporary = `${file}.${process.pid}`
  try {
    writeFileSync(temporary, contents)
    renameSync(temporary, file)
  }
  finally {
    rmSync(temporary, { force: true })
  }
}

function sweep(cache) {
  for (const name of readdirSync(cache)) {
    const file = path.join(cache, name)
    if (Date.now() - statSync(file).mtimeMs > WEEK)
      rmSync(file)
  }
}
