import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-fs'

const require = createRequire(import.meta.url)

/** The embedded Chromium runs on Linux x64 only. */
export const embeddedSupported = process.platform === 'linux' && process.arch === 'x64'

/**
 * Unpacks the Chromium that `@sparticuz/chromium` carries, once, beside the installed packages.
 * Its own unpacking into the shared temporary folder is neither safe against other users nor against a second process.
 * @returns the executable and a folder of the system libraries that a bare machine may lack
 */
export async function unpackEmbedded(): Promise<{ executable: string, libraries: string }> {
  const { archives, target } = locate()
  const executable = path.join(target, 'chromium')
  const libraries = path.join(target, 'al2023', 'lib')
  if (!existsSync(executable)) {
    await fs.mkdir(path.dirname(target), { recursive: true })
    const work = await fs.mkdtemp(`${target}-`)
    const file = path.join(work, 'chromium')
    await Promise.all([
      pipeline(createReadStream(path.join(archives, 'chromium.br')), createBrotliDecompress(), createWriteStream(file, { mode: 0o755 })),
      ...['al2023', 'fonts', 'swiftshader'].map(name =>
        pipeline(createReadStream(path.join(archives, `${name}.tar.br`)), createBrotliDecompress(), extract(name === 'swiftshader' ? work : path.join(work, name)))),
    ])
    // The first of two processes wins; the other throws its copy away.
    await fs.rename(work, target).catch(() => fs.rm(work, { recursive: true, force: true }))
  }
  return { executable, libraries }
}

/** Whether the package with the embedded browser is installed. */
export function embeddedInstalled(): boolean {
  try {
    return embeddedSupported && existsSync(path.join(locate().archives, 'chromium.br'))
  }
  catch {
    return false
  }
}

function locate() {
  const root = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '..')
  const { version } = require(path.join(root, 'package.json')) as { version: string }
  return { archives: path.join(root, 'bin'), target: path.join(root, '..', '..', '.cache', 'docent', `chromium-${version}`) }
}
