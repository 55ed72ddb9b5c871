import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/core/errors.ts'
import { lectureFields } from '../../src/course/front-matter.ts'
import { mediaFacts, mediaKind } from '../../src/talk/media-file.ts'
import { videoOf } from '../../src/talk/video.ts'
import { recordedLecture, talksCourse } from './read-fixture.ts'

async function video(value: unknown): Promise<string> {
  const recorded = await recordedLecture()
  const { fields, problems: [unread] } = lectureFields({ video: value }, { ...recorded.slides[0]!, keyLines: {}, line: 1 })
  const { video, problem = unread } = videoOf({ ...recorded, slides: [], ...fields }, talksCourse)
  if (problem)
    return formatProblem(problem, talksCourse)
  if (video && 'embed' in video)
    return `${video.kind} ${video.host} ${video.watch} ${video.embed.split('?')[0]}`
  return video?.kind === 'file' ? `${video.place} ${video.path}` : 'none'
}

it.each([
  [undefined, 'none'],
  ['/kernel.webm', 'public kernel.webm'],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10', 'youtube YouTube https://www.youtube.com/watch?v=dQw4w9WgXcQ https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
  ['https://youtu.be/dQw4w9WgXcQ', 'youtube YouTube https://www.youtube.com/watch?v=dQw4w9WgXcQ https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
  ['https://vimeo.com/76979871', 'vimeo Vimeo https://vimeo.com/76979871 https://player.vimeo.com/video/76979871'],
  ['https://tube.example.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d', 'peertube tube.example.org https://tube.example.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d https://tube.example.org/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d'],
  ['https://tube.example.org/videos/watch/kkGMgK9ZtnKfYAgnEtQxbv', 'peertube tube.example.org https://tube.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv https://tube.example.org/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv'],
])('%s', async (value, expected) => {
  expect(await video(value)).toBe(expected)
})

it('says what is no video', async () => {
  expect(await Promise.all(['./talk.webm', 'https://example.org/talk.mp4', 'https://vimeo.com/about', 7].map(video))).toMatchInlineSnapshot(`
    [
      "slides/01-what-is-a-kernel.md:1: The video ./talk.webm does not exist; the page says so.
        Put it at slides/talk.webm or fix the path.",
      "slides/01-what-is-a-kernel.md:1: The video https://example.org/talk.mp4 is not at a host that the page can play; the page says so.
        Give an address of YouTube, Vimeo or PeerTube, or put the file in public/.",
      "slides/01-what-is-a-kernel.md:1: The video https://vimeo.com/about is not at a host that the page can play; the page says so.
        Give an address of YouTube, Vimeo or PeerTube, or put the file in public/.",
      "slides/01-what-is-a-kernel.md:1: "video" is the path of a file or an address, not 7; it is ignored.
        Write for instance video: /talks/intro.webm.",
    ]
  `)
})

describe('a recording says', () => {
  const facts = (file: string) => mediaFacts(path.resolve('tests/fixtures/recordings', file))

  it('how long it is, also without sound, and that not every browser knows its pictures', async () => {
    expect(await facts('silent-mpeg4.mp4')).toEqual({ duration: 7, isSoundAlone: false, unplayed: 'MPEG-4 Part 2' })
  })

  it('that it is sound alone, whatever its ending', async () => {
    expect(await facts('sound-alone.mp4')).toEqual({ duration: expect.closeTo(2, 1), isSoundAlone: true, unplayed: undefined })
  })

  it('by its ending whether browsers play it', () => {
    expect(['a.MP4', 'a.webm', 'a.mp3', 'a.opus', 'a.mkv', 'a.avi', 'a'].map(mediaKind)).toEqual(['video', 'video', 'audio', 'audio', undefined, undefined, undefined])
  })
})
