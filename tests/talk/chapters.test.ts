import type { ChapterSource } from '../../src/talk/formats/chapter-source.ts'
import Ajv from 'ajv'
import { parseText } from 'media-captions'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { chaptersOf } from '../../src/talk/chapters.ts'
import { chapterFormats, writeChapters } from '../../src/talk/formats/chapter-formats.ts'
import { cutTitle } from '../../src/talk/formats/chapter-source.ts'
import { loadTalk } from '../../src/talk/recorded-talk.ts'
import { recordedLecture, talksCourse } from './read-fixture.ts'

async function talkOfFixture(): Promise<ChapterSource> {
  const course = await loadCourse(talksCourse)
  const lecture = course.lectures[0]!
  const { talk, problems } = await loadTalk(lecture, course)
  expect(problems).toEqual([])
  return { ...talk, title: lecture.title, numbers: new Map(lecture.slides.map(({ id, number }) => [id, number])), url: 'https://example.org/talks/what-is-a-kernel/' }
}

/** A talk of chapters at these seconds. */
function talk(starts: number[], { titles = [], duration = 3600, url }: { titles?: string[], duration?: number, url?: string } = {}): ChapterSource {
  const chapters = starts.map((start, i) => ({ start, end: starts[i + 1] ?? duration, title: titles[i] ?? `Part ${i + 1}`, slide: `slide-${i + 1}` }))
  return { title: 'Talk', chapters, cues: chapters.map(({ start, slide }) => ({ start, slide, click: 0 })), duration, numbers: new Map(), url }
}

function text(file: typeof chapterFormats[number]['file'], of: ChapterSource): string {
  const written = chapterFormats.find(format => format.file === file)!.write(of)
  return 'text' in written ? written.text : `left out: ${written.rule}`
}

describe('chapters', () => {
  const at = async (list: [number, string][], duration = 600) =>
    chaptersOf(list.map(([start, slide]) => ({ start, slide, click: 0 })), await recordedLecture(), duration).map(({ start, end, slide }) => `${start}-${end} ${slide}`)

  it('begin at 0:00 and where a slide first comes', async () => {
    expect(await at([[3, 'asks'], [60, 'counting'], [100, 'code']])).toEqual(['0-60 asks', '60-100 counting', '100-600 code'])
  })

  it('of less than 10 s join the next', async () => {
    expect(await at([[0, 'asks'], [60, 'counting'], [65, 'code'], [100, 'end'], [109.9, 'what-is-a-kernel']])).toEqual(['0-60 asks', '60-100 code', '100-600 what-is-a-kernel'])
    expect(await at([[0, 'asks'], [60, 'counting'], [595, 'code']])).toEqual(['0-60 asks', '60-600 counting'])
  })

  it('do not begin anew at a slide that was away for less than 60 s', async () => {
    expect(await at([[0, 'asks'], [60, 'counting'], [119.9, 'asks'], [200, 'code']])).toEqual(['0-60 asks', '60-200 counting', '200-600 code'])
    expect(await at([[0, 'asks'], [60, 'counting'], [120, 'asks'], [200, 'code']])).toEqual(['0-60 asks', '60-120 counting', '120-200 asks', '200-600 code'])
  })
})

describe('questions', () => {
  const at = async (seconds: number, text?: string) =>
    chaptersOf([[0, 'asks'], [60, 'counting'], [100, 'code']].map(([start, slide]) => ({ start: start as number, slide: slide as string, click: 0 })), await recordedLecture(), 160, [{ start: seconds, slide: 'counting', click: 0, event: 'question', text }])
      .map(({ start, end, title, isQuestion }) => `${start}-${end} ${isQuestion ? '? ' : ''}${title}`)

  it('begin a chapter with their text', async () => {
    expect(await at(80, 'Why so slow?')).toEqual(['0-60 Programs ask, the kernel answers', '60-80 How much does a call cost?', '80-100 ? Why so slow?', '100-160 One line of C is one call'])
  })

  it('stand in the title of a chapter that is too short to be cut', async () => {
    expect((await at(63, 'Why so slow?'))[1]).toBe('60-100 How much does a call cost? – Why so slow?')
    expect((await at(95, 'Why so slow?'))[1]).toBe('60-100 How much does a call cost? – Why so slow?')
  })

  it('without their text are marks alone', async () => {
    expect(await at(80)).toHaveLength(3)
  })
})

describe('formats', () => {
  it('write the talk of the course in fixtures', async () => {
    const { files, warnings } = writeChapters(await talkOfFixture())
    expect(warnings).toEqual([])
    for (const [file, content] of files)
      await expect(content).toMatchFileSnapshot(`__snapshots__/what-is-a-kernel/${file}`)
    expect([...files.keys()]).toEqual(chapterFormats.map(({ file }) => file))
  })

  it('are WebVTT by another parser\'s reading', async () => {
    const { files } = writeChapters(await talkOfFixture())
    const chapters = await parseText(files.get('chapters.vtt')!, { type: 'vtt', strict: true })
    expect(chapters.errors).toEqual([])
    expect(chapters.cues.map(({ startTime, endTime, text }) => [startTime, endTime, text])).toEqual([[0, 16.2, 'What is a kernel?'], [16.2, 35, 'Programs ask, the kernel answers'], [35, 52, 'How much does a call cost?'], [52, 70, 'One line of C is one call'], [70, 80, 'The kernel is a library with a door']])
    const slides = await parseText(files.get('slides.vtt')!, { type: 'vtt', strict: true })
    expect(slides.errors).toEqual([])
    expect(slides.cues.map(({ text }) => JSON.parse(text)).slice(0, 4)).toEqual([{ slide: 'what-is-a-kernel', n: 1, click: 0 }, { slide: 'asks', n: 2, click: 0 }, { slide: 'asks', n: 2, click: 1 }, { slide: 'asks', n: 2, click: 2 }])
  })

  it('write titles that carry marks of a format as text', async () => {
    const odd = talk([0, 60, 120], { titles: ['<b> & --> x', 'a=b; #c\\d', 'plain'] })
    const { cues } = await parseText(text('chapters.vtt', odd), { type: 'vtt' })
    expect(cues[0]!.text).toBe('&lt;b&gt; &amp; --&gt; x')
    expect(text('chapters.youtube.txt', odd).split('\n')[0]).toBe('0:00 ‹b› & --› x')
    expect(text('chapters.ffmetadata', odd)).toContain('title=a\\=b\\; \\#c\\\\d\n')
  })

  it('are what the schemas of podcasts, PeerTube and Paella ask for', async () => {
    const { files } = writeChapters(await talkOfFixture())
    const ajv = new Ajv()
    const list = (properties: object, required: string[]) => ({ type: 'array', minItems: 1, items: { type: 'object', properties, required, additionalProperties: false } })
    const seconds = { type: 'integer', minimum: 0 }
    const string = { type: 'string', minLength: 1 }
    const address = { type: 'string', pattern: '^https://' }
    const schemas = {
      'chapters.json': { type: 'object', required: ['version', 'chapters'], properties: { version: { const: '1.2.0' }, chapters: list({ startTime: { type: 'number', minimum: 0 }, title: string, img: address, url: address, toc: { const: false } }, ['startTime']) } },
      'chapters.peertube.json': { type: 'object', required: ['chapters'], properties: { chapters: list({ title: { ...string, maxLength: 100 }, timecode: seconds }, ['title', 'timecode']) } },
      'frames.paella.json': { type: 'object', required: ['frameList'], properties: { frameList: { type: 'object', required: ['targetContent', 'frames'], properties: { targetContent: { const: 'presentation' }, frames: list({ id: string, mimetype: { const: 'image/webp' }, time: seconds, url: string, thumb: string }, ['id', 'mimetype', 'time', 'url', 'thumb']) } } } },
    }
    for (const [file, schema] of Object.entries(schemas)) {
      ajv.validate(schema, JSON.parse(files.get(file)!))
      expect(ajv.errors, file).toBeNull()
    }
  })

  it('give a podcast links only where the address of the course is known', () => {
    expect(text('chapters.json', talk([0, 60]))).not.toContain('url')
    expect(JSON.parse(text('chapters.json', talk([0, 60], { url: 'https://example.org/a/' }))).chapters[1]).toEqual({ startTime: 60, title: 'Part 2', url: 'https://example.org/a/#slide-2' })
  })

  it('keep the rules of YouTube or leave the file out', () => {
    expect(text('chapters.youtube.txt', talk([0, 61.9, 3725], { duration: 4000 }))).toBe('0:00 Part 1\n1:01 Part 2\n1:02:05 Part 3\n')
    expect(text('chapters.youtube.txt', talk([0, 60, 120], { titles: ['word '.repeat(20)] })).split('\n')[0]!.length).toBeLessThanOrEqual('0:00 '.length + 70)
    const long = talk(Array.from({ length: 80 }, (_, i) => i * 30), { titles: Array.from<string>({ length: 80 }).fill('A title of nearly seventy characters, as people write them at times') })
    const { files, warnings } = writeChapters(talk([0, 60]))
    expect(files.has('chapters.youtube.txt')).toBe(false)
    expect([...warnings, ...writeChapters(long).warnings, ...writeChapters(talk([0, 60, 66])).warnings]).toMatchInlineSnapshot(`
      [
        "YouTube: a video has at least 3 chapters, this one has 2; chapters.youtube.txt is left out.",
        "YouTube: a description has at most 5000 characters, these chapters have 5900; chapters.youtube.txt is left out.",
        "YouTube: a chapter lasts at least 10 s, "Part 2" is shorter; chapters.youtube.txt is left out.",
      ]
    `)
  })

  it('leave everything out where nothing was shown', () => {
    const { files, warnings } = writeChapters(talk([]))
    expect(files.size).toBe(0)
    expect(warnings).toHaveLength(chapterFormats.length)
  })
})

it('cuts titles between words', () => {
  expect(cutTitle('short', 10)).toBe('short')
  expect(cutTitle('one two three', 10)).toBe('one two…')
  expect(cutTitle('😀'.repeat(5), 5)).toBe('😀'.repeat(5))
})
