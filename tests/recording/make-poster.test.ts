import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { makePoster } from '../../src/recording/make-poster.ts'
import { talkView } from '../../src/site/talk-view.ts'
import { posterOf } from '../../src/talk/poster.ts'
import { loadTalk } from '../../src/talk/recorded-talk.ts'

let root: string
beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-poster-'))
  await fs.writeFile(path.join(root, 'slides.md'), '---\ntitle: Rivers\nvideo: https://youtu.be/aqz-KE-bpKQ\n---\n\n# Rivers\n')
})
afterEach(() => fs.rm(root, { recursive: true }))

const cue = { slide: 'rivers', click: 0 }
const talkFrom = (...starts: number[]) => ({ cues: starts.map(start => ({ ...cue, start, end: start + 1 })) })

/** A program in ffmpeg's place, whose picture is what it was told. */
async function fakeFfmpeg(code = 'process.stdout.write(process.argv.slice(2).join(" "))') {
  const file = path.join(root, 'ffmpeg')
  await fs.writeFile(file, `#!${process.execPath}\n${code}\n`, { mode: 0o755 })
  return { file: 'talk.mkv', ffmpeg: file, length: 90 } as unknown as Parameters<typeof makePoster>[0]
}

it.skipIf(process.platform === 'win32')('shows the recording soon after its first slide has come', async () => {
  const out = path.join(root, 'public/talks/rivers.jpg')
  expect(await makePoster(await fakeFfmpeg(), talkFrom(12, 60), out)).toBe(true)
  expect(await fs.readFile(out, 'utf8')).toContain('-ss 16.000 -i talk.mkv')
  await fs.rm(out)
  await makePoster(await fakeFfmpeg(), talkFrom(12, 14), out)
  expect(await fs.readFile(out, 'utf8')).toContain('-ss 13.000 -i talk.mkv')
})

it.skipIf(process.platform === 'win32')('leaves a picture that is there, and makes none where ffmpeg cannot', async () => {
  const out = path.join(root, 'public/talks/rivers.jpg')
  expect(await makePoster(await fakeFfmpeg('process.exit(1)'), talkFrom(), out)).toBe(false)
  await expect(fs.access(out)).rejects.toThrow()
  await fs.mkdir(path.dirname(out), { recursive: true })
  await fs.writeFile(out, 'my own')
  expect(await makePoster(await fakeFfmpeg(), talkFrom(), out)).toBe(false)
  expect(await fs.readFile(out, 'utf8')).toBe('my own')
})

it('stands for the video on the page, wherever that is, or else the picture of a slide', async () => {
  const course = await loadCourse(root)
  const lecture = course.lectures[0]!
  const viewed = async () => {
    const { talk } = await loadTalk(lecture, course)
    return talkView(talk, talk.video!, { lecture, language: 'en' }).poster
  }
  expect(await viewed()).toBe('og.png')
  const { file } = posterOf(lecture, course)
  await fs.mkdir(path.dirname(file), { recursive: true })
  await fs.writeFile(file, '')
  expect(await viewed()).toBe(`../talks/${lecture.slug}.jpg`)
})
