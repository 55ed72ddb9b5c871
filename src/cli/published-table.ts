import { displayPath } from '../core/errors.ts'
import { formatBytes } from '../core/format.ts'
import { style } from './command.ts'
import { recoveredFacts } from './cue-table.ts'

/** What was made of a recording, as it is shown. */
interface Published {
  lecture: { title: string, file: string }
  recovered?: Parameters<typeof recoveredFacts>[0] & { file: string, rows: readonly unknown[] }
  web?: { file: string, bytes: number, how: 'kept' | 'encoded' | 'copied' | 'there' }
  poster?: string
  named?: string
  captions?: string
  left: readonly string[]
}

const HOW = {
  kept: 'its pictures as they were, with chapters',
  encoded: 'encoded anew, with chapters',
  copied: 'a copy',
  there: 'was there',
}

/** What `npm run talk -- --video` prints: what is there now, and what is left to do. */
export function publishedTable({ lecture, recovered, web, poster, named, captions, left }: Published): string {
  return [
    style('bold', lecture.title),
    ...recovered
      ? [`  cues   ${recovered.rows.length} in ${displayPath(recovered.file)}. ${recoveredFacts(recovered)}`]
      : ['  cues   were there'],
    ...web ? [`  video  ${displayPath(web.file)}, ${formatBytes(web.bytes)}: ${HOW[web.how]}`] : [],
    ...poster === undefined ? [] : [`  poster ${displayPath(poster)}, the recording at its first slide`],
    ...named === undefined ? [] : [`  video: ${named} stands in the headmatter of ${displayPath(lecture.file)}`],
    ...captions === undefined ? [] : [`  captions ${displayPath(captions)}`],
    '',
    'What is left to do:',
    ...left.map(text => `  - ${text}`),
  ].join('\n')
}
