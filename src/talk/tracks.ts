import type { Problem } from '../core/errors.ts'
import type { Lecture } from '../course/course.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { parseCaptions } from './captions.ts'

/** Captions of a recording in another language than the course's. */
export interface CaptionTrack {
  file: string
  /** Language tag. */
  language: string
  /** The language in its own words. */
  label: string
}

/**
 * Finds the captions of a lecture in further languages, `NN-slug.captions.de.vtt` beside it, in the order of their
 * names. What is not sound is named; a file with nothing to show is left out.
 */
export async function loadTracks({ file }: Lecture): Promise<{ tracks: CaptionTrack[], problems: Problem[] }> {
  const folder = path.dirname(file)
  const start = `${path.basename(file, '.md')}.captions.`
  const names = (await fs.readdir(folder)).filter(name => name.startsWith(start) && name.endsWith('.vtt')).sort()
  const problems: Problem[] = []
  const tracks: CaptionTrack[] = []
  for (const name of names) {
    const language = name.slice(start.length, -'.vtt'.length)
    if (!language)
      continue
    const track = path.join(folder, name)
    const label = languageName(language)
    if (!label) {
      problems.push({
        message: `"${language}" is not the tag of a language; these captions are left out.`,
        hint: `Name the file after its language, such as ${start}de.vtt or ${start}pt-BR.vtt.`,
        file: track,
      })
      continue
    }
    const read = parseCaptions(await fs.readFile(track, 'utf8'), track)
    problems.push(...read.problems)
    if (read.captions.length)
      tracks.push({ file: track, language, label })
  }
  return { tracks, problems }
}

/** What a language calls itself; undefined where a tag names none. */
export function languageName(tag: string): string | undefined {
  try {
    const name = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag)
    return name && name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  }
  catch {
    return undefined
  }
}
