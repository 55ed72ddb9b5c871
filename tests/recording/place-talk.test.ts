import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { askForCaptions, askForVideo, captionsToTake, checkNothingIsLost, placeVideo, videoToName } from '../../src/recording/place-talk.ts'
import { withFrontMatterLine } from '../../src/slidev/contract/source.ts'
import { talksCourse } from '../talk/read-fixture.ts'

let root: string
beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-place-'))
  await fs.writeFile(path.join(root, 'slides.md'), '---\ntitle: Rivers\n---\n\n# Rivers\n')
  await fs.mkdir(path.join(root, 'public/talks'), { recursive: true })
  await fs.writeFile(path.join(root, 'public/talks/rivers.mp4'), '')
})
afterEach(() => fs.rm(root, { recursive: true }))

const lectureOf = async () => (await loadCourse(root)).lectures[0]!

/** A lecturer with these answers, and what they were asked. */
function lecturer(...answers: string[]) {
  const asked: string[] = []
  const ask = async (question: string) => {
    asked.push(question)
    return answers.shift() ?? ''
  }
  return { asked, ask }
}

it('asks where the video is until a page can play it, and says why an answer does not do', async () => {
  const { asked, ask } = lecturer('https://video.example.org/1', '/talks/lakes.mp4', 'https://youtu.be/aqz-KE-bpKQ')
  expect(await askForVideo({ lecture: await lectureOf(), root, own: '/talks/rivers.mp4' }, ask)).toBe('https://youtu.be/aqz-KE-bpKQ')
  expect(asked).toMatchObject([
    /^Where will the video be\?.* "here" for \/talks\/rivers\.mp4 /,
    /^The video https:\/\/video\.example\.org\/1 is not at a host that the page can play\. .*YouTube.*\nWhere /,
    /^The video \/talks\/lakes\.mp4 does not exist\. .*\nWhere /,
  ].map(pattern => expect.stringMatching(pattern)))
})

it('takes no answer for later, and "here" for the file on the course\'s own site', async () => {
  const lecture = await lectureOf()
  expect(await askForVideo({ lecture, root, own: '/talks/rivers.mp4' }, lecturer('here').ask)).toBe('/talks/rivers.mp4')
  expect(await askForVideo({ lecture, root }, lecturer(' ').ask)).toBeUndefined()
  const named = lecturer()
  expect(await askForVideo({ lecture: { ...lecture, video: '/talks/rivers.mp4' }, root }, named.ask)).toBeUndefined()
  expect(named.asked).toEqual([])
})

it('writes what it was told so that the course reads it', async () => {
  const lecture = await lectureOf()
  await placeVideo(lecture, videoToName(lecture, '/talks/rivers.mp4', root))
  expect(await fs.readFile(lecture.file, 'utf8')).toBe('---\nvideo: /talks/rivers.mp4\ntitle: Rivers\n---\n\n# Rivers\n')
  expect((await lectureOf()).video).toBe('/talks/rivers.mp4')
})

it('takes nothing in the place of what a lecture has already', async () => {
  const lecture = { ...await lectureOf(), video: '/talks/rivers.mp4' }
  const captions = path.join(talksCourse, 'slides/01-what-is-a-kernel.captions.vtt')
  const check = (given: { hosted?: string, captions?: string }) => () => checkNothingIsLost(lecture, captions, given)
  expect(check({})).not.toThrow()
  expect(check({ hosted: 'here' })).toThrow('The lecture names a video already: /talks/rivers.mp4.')
  expect(check({ captions: 'new.vtt' })).toThrow('The lecture has captions already.')
})

it.each([
  ['# A', '---\nkey: 1\n---\n\n# A'],
  ['\uFEFF---\r\ntitle: A\r\n---\r\n\r\n# A', '\uFEFF---\r\nkey: 1\r\ntitle: A\r\n---\r\n\r\n# A'],
  ['# A\n\n---\ntitle: B\n---\n', '---\nkey: 1\n---\n\n# A\n\n---\ntitle: B\n---\n'],
  ['', '---\nkey: 1\n---\n\n'],
])('adds to the front matter of the first slide of %j', (before, after) => {
  expect(withFrontMatterLine(before, 'a.md', 'key: 1')).toBe(after)
})

it('takes captions that are some, and says what else a file is', async () => {
  const good = path.join(talksCourse, 'slides/01-what-is-a-kernel.captions.vtt')
  expect(await captionsToTake(good)).toBe(await fs.readFile(good, 'utf8'))
  const bad = path.join(root, 'talk.srt')
  await fs.writeFile(bad, '1\n00:00:01,000 --> 00:00:02,000\nHello\n')
  await expect(captionsToTake(bad)).rejects.toThrow('This is not a WebVTT file: its first line is not WEBVTT.')
  await fs.writeFile(bad, 'WEBVTT\n')
  await expect(captionsToTake(bad)).rejects.toThrow('The file has no captions.')
  await expect(captionsToTake(path.join(root, 'none.vtt'))).rejects.toThrow('There is no file')
  const { asked, ask } = lecturer(bad, '')
  expect(await askForCaptions(path.join(root, 'rivers.captions.vtt'), ask)).toBeUndefined()
  expect(asked[1]).toMatch(/^The file has no captions\. .*\nWhich file/)
  expect(await askForCaptions(good, lecturer(bad).ask)).toBeUndefined()
})
