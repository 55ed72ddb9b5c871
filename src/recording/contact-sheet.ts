import type { Lecture } from '../course/course.ts'
import type { DeckState, StatePicture } from '../talk/recover/deck-states.ts'
import type { Grey } from '../talk/recover/grey.ts'
import type { Corners } from '../talk/recover/placement.ts'
import type { Span } from '../talk/recover/spans.ts'
import type { VideoFile } from './video-file.ts'
import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { escapeHtml } from '../core/escape.ts'
import { formatTime } from '../shared/time.ts'

interface Sheet {
  lecture: Lecture
  states: readonly DeckState[]
  spans: readonly Span[]
  pictures: readonly StatePicture[]
  /** Of the slide in the frames. */
  corners: Corners
}

/** Moments that a sheet shows at most, and those that it shows however sure they are. */
const MOMENTS = { most: 30, least: 6 }
/** How sure a moment is that needs nobody's look. */
const FINE = 0.8
/** Pixels of a picture's width. */
const ACROSS = 400

/** A page that shows the least sure moments of a recording beside what was taken for them. */
export async function contactSheet(
  video: VideoFile,
  { lecture, states, spans, pictures, corners }: Sheet,
): Promise<string> {
  const doubts = [...spans]
    .sort((a, b) => Number(a.isSure) - Number(b.isSure) || a.confidence - b.confidence)
    .filter(({ isSure, confidence }, i) => i < MOMENTS.least || !isSure || confidence < FINE)
    .slice(0, MOMENTS.most)
    .sort((a, b) => a.from - b.from)
  const rows: string[] = []
  for (const span of doubts) {
    const { slide, click } = states[span.state]!
    const frame = await frameOf(video, (span.from + span.to) / 2)
    const picture = pictures.find(picture => picture.slide === slide && picture.click === click)!
    const { title, id } = lecture.slides[slide - 1]!
    const name = `${slide}${click ? `, click ${click}` : ''}: ${escapeHtml(title)}`
    const verdict = span.isSure ? `${Math.round(span.confidence * 100)} % sure` : '<b>not sure</b>'
    const what = `${span.isSure ? 'Slide' : 'Perhaps slide'} ${name}<br><code>${escapeHtml(id)}</code><br>${verdict}`
    rows.push([
      `<tr><th scope="row">${formatTime(span.from)} – ${formatTime(span.to)}</th>`,
      `<td>${frame ? `<img src="${await dataUri(frame)}" alt="The recording at that time">` : 'no picture'}</td>`,
      `<td><img src="${await dataUri(picture)}" alt="Slide ${name}"></td>`,
      `<td>${what}</td></tr>`,
    ].join(''))
  }
  const places = corners.map(([x, y]) => `${Math.round(x * video.width)},${Math.round(y * video.height)}`).join(',')
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Least sure moments: ${escapeHtml(lecture.title)}</title>
<style>
body { font: 1rem/1.4 system-ui, sans-serif; margin: 1.5rem; color-scheme: light dark }
table { border-collapse: collapse } th, td { padding: .4rem .8rem .4rem 0; text-align: start; vertical-align: top }
img { width: ${ACROSS / 16}rem; max-width: 40vw; border: 1px solid #8888 }
</style>
<h1>${escapeHtml(lecture.title)}</h1>
<p>The moments of the recording that are least sure, beside the slide that each was taken for, or that is likest to it.
A line of the cue log says what is shown from a time on: change its slide and click, or <code>unsure</code> to
<code>enter</code>. The corners of the slide are at ${places}.</p>
<table><thead><tr><th>Time</th><th>Recording</th><th>Deck</th><th>Taken for</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
</html>
`
}

async function frameOf({ decoder, width, height }: VideoFile, from: number): Promise<Grey | undefined> {
  const size = { width: ACROSS, height: Math.round(ACROSS * height / width) }
  const frames = decoder.frames({ from, only: 'exact', rate: 10, ...size })[Symbol.asyncIterator]()
  const { value } = await frames.next()
  await frames.return?.()
  return value && { ...size, data: (value as { data: Uint8Array }).data }
}

async function dataUri({ width, height, data }: Grey): Promise<string> {
  const jpeg = await sharp(Buffer.from(data as Uint8Array), { raw: { width, height, channels: 1 } })
    .resize(ACROSS)
    .jpeg({ quality: 70 })
    .toBuffer()
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`
}
