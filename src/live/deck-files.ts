import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Lecture } from '../course/course.ts'
import type { JoinView } from '../shared/live.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import sirv from 'sirv'

/** Answers with a file of the decks, by its path with a leading slash. */
export type Files = (request: IncomingMessage, response: ServerResponse, file: string, notFound: () => void) => void

/** The files of the presenter's decks. */
export function deckFiles(decks: string): Files {
  const serve = sirv(decks, { dev: true, etag: true, setHeaders: keepAssets })
  return (request, response, file, notFound) => serve(Object.assign(request, { url: file }), response, notFound)
}

function keepAssets(response: ServerResponse, file: string): void {
  // Their names change with their content; asked for each of them again, a browser opens a deck in twice the time.
  if (file.startsWith('/assets/'))
    response.setHeader('cache-control', 'private, max-age=31536000, immutable')
}

/** The page of a deck that follows the talk of its lecture. */
export async function deckPage(decks: string, { slug }: Lecture, join: JoinView | undefined): Promise<string> {
  const html = await fs.readFile(path.join(decks, slug, 'deck', 'index.html'), 'utf8')
  const live = JSON.stringify({ lecture: slug, join }).replace(/</g, '\\u003C')
  return html.replace('<head>', () => `<head><script>globalThis.__docentLive = ${live}</script>`)
}
