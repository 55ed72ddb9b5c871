import type { PreparserExtensionLoader, SlidevPreparserExtension } from '@slidev/types'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { injectPreparserExtensionLoader } from '@slidev/parser/fs'
import { createJiti } from 'jiti'
import { UserError } from '../../core/errors.ts'
import { assertContract } from './contract.ts'
import { lendPackages } from './lend-packages.ts'
import { keepText } from './separators.ts'

type Setup = (context: Parameters<PreparserExtensionLoader>[1]) => unknown

/**
 * Lets Slidev's parser know what `setup/preparser.ts` of a course, its theme and its addons makes of Markdown, and that
 * text after `---` is a slide's.
 */
export function readPreparsers(): void {
  injectPreparserExtensionLoader(async (roots, headmatter, filepath) => {
    assertContract(Array.isArray(roots), 'the parser asks for extensions by a list of folders')
    const files = roots.map(root => path.join(root, 'setup/preparser.ts')).filter(existsSync)
    // A deck that is written is read as one that is built: what is checked is what is shown.
    const extensions = await Promise.all(files.map(file => extensionsOf(file, { filepath, headmatter, mode: 'build' })))
    return [{ name: 'docent:text', transformRawLines: keepText }, ...extensions.flat()]
  })
}

async function extensionsOf(file: string, context: Record<string, unknown>): Promise<SlidevPreparserExtension[]> {
  lendPackages()
  const guard = guarded(file)
  const extensions = await guard(async () => {
    // Anew each time, as Slidev does: it may have been edited.
    const setup = await createJiti(import.meta.url, { moduleCache: false }).import<Setup>(file, { default: true })
    return [await setup(context) as SlidevPreparserExtension[]].flat()
  })()
  return extensions.map(extension => ({
    name: extension.name,
    ...extension.transformRawLines && { transformRawLines: guard(extension.transformRawLines.bind(extension)) },
    ...extension.transformSlide && { transformSlide: guard(extension.transformSlide.bind(extension)) },
    ...extension.transformNote && { transformNote: guard(extension.transformNote.bind(extension)) },
  }))
}

/** Calls a function of a file so that what it throws is told of the file. */
function guarded(file: string) {
  return <A extends unknown[], R>(call: (...args: A) => R | Promise<R>) => async (...args: A): Promise<R> => {
    try {
      return await call(...args)
    }
    catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error)
      const message = `This extension of Slidev's parser fails: ${reason}`
      throw new UserError(message, 'All slides are read through it: fix it, or move it away.', { file })
    }
  }
}
