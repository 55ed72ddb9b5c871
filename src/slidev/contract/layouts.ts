import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { filesBelow } from '../../core/files.ts'

/** Names of the layouts below some folders, in `layouts/`. */
export async function layoutNames(roots: readonly string[]): Promise<string[]> {
  return (await layoutFiles(roots)).map(file => path.parse(file).name)
}

/**
 * The slots of each layout below some folders, by its name; of layouts of one name the last counts. Undefined for one
 * whose slots its file does not tell.
 */
export async function layoutSlots(roots: readonly string[]): Promise<Map<string, ReadonlySet<string> | undefined>> {
  const files = await layoutFiles(roots)
  return new Map(await Promise.all(files.map(async (file) => {
    const text = await fs.readFile(file, 'utf8')
    return [path.parse(file).name, slotsIn(text, file)] as const
  })))
}

async function layoutFiles(roots: readonly string[]): Promise<string[]> {
  const files = await Promise.all(roots.map(root => filesBelow(path.join(root, 'layouts'))))
  return files.flat().filter(file => /\.(?:vue|m?[jt]s)$/.test(file))
}

function slotsIn(text: string, file: string): ReadonlySet<string> | undefined {
  const isTold = file.endsWith('.vue') && !/\$slots\b(?!\.)|useSlots|v-slot|<slot\b[^>]*\s(?::name|v-bind)\b/.test(text)
  const tags = Array.from(text.matchAll(/<slot\b([^>]*)>/g), ([, attributes]) => attributes!)
  // A layout around another one hands its slots over in ways of its own.
  if (!isTold || /<\w*Layout\w*\b/.test(text))
    return
  return new Set(tags.map(attributes => /\bname="([^"]+)"/.exec(attributes)?.[1] ?? 'default'))
}

/** Whether a folder brings what stands at the foot of each slide. */
export function hasBottomLayer(folder: string): boolean {
  return ['global-bottom.vue', 'slide-bottom.vue'].some(name => existsSync(path.join(folder, name)))
}
