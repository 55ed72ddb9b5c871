import type { RunningServer, ServedFile } from '../../browser/serve.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { serveFolder } from '../../browser/serve.ts'
import { filesBelow } from '../../core/files.ts'
import { staticFaces, staticFont, weightsIn } from '../../fonts/static-faces.ts'

/**
 * Serves built decks for print. A typeface of any weight comes as one file for each weight that is used: Chromium draws
 * others into a PDF as pictures of their letters, which are twice as large.
 */
export async function serveDecks(folder: string): Promise<RunningServer> {
  let weights: Promise<number[]> | undefined
  const files = new Map<string, Promise<ServedFile>>()
  const inline = new Map<string, Uint8Array>()
  return serveFolder(folder, {
    async instead(address) {
      const { pathname, searchParams } = new URL(address, 'http://localhost')
      const weight = Number(searchParams.get('wght'))
      const make = pathname.endsWith('.css') ? faces : weight && font
      if (!make)
        return
      const file = path.join(folder, path.normalize(decodeURI(pathname)))
      const made = files.get(address) ?? make(file, weight)
      files.set(address, made)
      return made
    },
  })

  async function faces(file: string): Promise<ServedFile> {
    weights ??= allWeights(folder)
    const { css, files } = staticFaces(await fs.readFile(file, 'utf8'), await weights)
    files.forEach((bytes, name) => inline.set(name, bytes))
    return { type: 'text/css; charset=utf-8', content: css }
  }

  async function font(file: string, weight: number): Promise<ServedFile> {
    const bytes = inline.get(path.basename(file)) ?? await fs.readFile(file)
    return { type: 'font/ttf', content: await staticFont(bytes, weight) }
  }
}

/** Weights that any style sheet below a folder asks for. */
async function allWeights(folder: string): Promise<number[]> {
  const sheets = (await filesBelow(folder)).filter(file => file.endsWith('.css'))
  const weights = await Promise.all(sheets.map(async file => weightsIn(await fs.readFile(file, 'utf8'))))
  return [...new Set(weights.flat())]
}
