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
  const { archives, target } = locateEmbedded()
  const executable = path.join(target, 'chromium')
  const libraries = path.join(target, 'al2023', 'lib')
  if (!existsSync(executable)) {
    await fs.mkdir(path.dirname(target), { recursive: true })
    const work = await fs.mkdtemp(`${target}-`)
    const unpack = (name: string, target: NodeJS.WritableStream) =>
      pipeline(createReadStream(path.join(archives, name)), createBrotliDecompress(), target)
    await Promise.all([
      unpack('chromium.br', createWriteStream(path.join(work, 'chromium'), { mode: 0o755 })),
      unpack('al2023.tar.br', extract(path.join(work, 'al2023'))),
      unpack('fonts.tar.br', extract(path.join(work, 'fonts'))),
      // Its libraries stand beside the executable.
      unpack('swiftshader.tar.br', extract(work)),
    ])
    // The first of two processes wins; the other throws its copy away.
    await fs.rename(work, target).catch(() => fs.rm(work, { recursive: true, force: true }))
  }
  return { executable, libraries }
}

/** Whether the package with the embedded browser is installed. */
export function embeddedInstalled(): boolean {
  try {
    return embeddedSupported && existsSync(path.join(locateEmbedded().archives, 'chromium.br'))
  }
  catch {
    return false
  }
}

/** Where the packed browser is, and where it is unpacked to. */
function locateEmbedded(): { archives: string, target: string } {
  const folder = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '..')
  const { version } = require(path.join(folder, 'package.json')) as { version: string }
  const target = path.join(folder, '..', '..', '.cache', 'docent', `chromium-${version}`)
  return { archives: path.join(folder, 'bin'), target }
}
