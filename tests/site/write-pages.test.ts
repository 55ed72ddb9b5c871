import type { Problem } from '../../src/core/errors.ts'
import type { CompiledPages } from '../../src/site/compile-pages.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadCourse, surveyCourse } from '../../src/check/load-course.ts'
import { formatProblem } from '../../src/core/errors.ts'
import { compilePages } from '../../src/site/compile-pages.ts'
import { writePages } from '../../src/site/write-pages.ts'
import { frozenStub } from './frozen-stub.ts'

let work: string
let compiled: CompiledPages

beforeAll(async () => {
  work = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-pages-'))
  compiled = await compilePages(await loadCourse('tests/fixtures/courses/talks'))
}, 60_000)

afterAll(() => fs.rm(work, { recursive: true, force: true }))

/** The course of the fixtures with files changed, and a site of it with nothing but what its pages lead to. */
async function build(name: string, change: (slides: string, course: string) => Promise<unknown>): Promise<{ site: string, known: string, problems: string }> {
  const root = path.join(work, name)
  await fs.cp('tests/fixtures/courses/talks', root, { recursive: true })
  await change(path.join(root, 'slides'), root)
  const { course, problems: known } = await surveyCourse(root)
  const site = path.join(work, `${name}-site`)
  for (const { slug } of course.lectures) {
    await fs.mkdir(path.join(site, slug, 'deck'), { recursive: true })
    await Promise.all([path.join('deck', 'index.html'), 'og.png'].map(file => fs.writeFile(path.join(site, slug, file), '')))
  }
  await fs.cp(path.join(root, 'public'), site, { recursive: true })
  const problems = await writePages(course, { folder: site, base: './', printed: course.lectures.map(lecture => ({ lecture, words: [], frozen: frozenStub(lecture) })), papers: [], compiled })
  const told = (problems: readonly Problem[]) => `\n${problems.map(problem => formatProblem(problem, root)).join('\n')}\n`
  return { site, known: told(known), problems: told(problems) }
}

function read(site: string, file: string): Promise<string> {
  return fs.readFile(path.join(site, file), 'utf8')
}

const slug = 'what-is-a-kernel'
const lecture = '01-what-is-a-kernel'

it('writes a sound course without a word', async () => {
  expect((await build('sound', async () => {})).problems.trim()).toBe('')
})

it('leaves out a question that its slide asks, where nothing is answered', async () => {
  const { site } = await build('asked', slides => fs.appendFile(path.join(slides, '02-containers.md'), '\n---\nid: asked\n---\n\n:::question Is it so?\n:::\n\n---\nid: chosen\n---\n\n:::question Which one?\n- [ ] This\n- [x] That\n:::\n'))
  const html = await read(site, 'containers/index.html')
  const section = (id: string) => new RegExp(`<article id="${id}"[\\s\\S]*?</article>`).exec(html)![0]
  expect(section('asked')).not.toContain('class="question"')
  expect(section('chosen')).toContain('class="question"')
})

it('names what is wrong with a recording, and builds the page with what is sound', async () => {
  const { site, problems } = await build('broken', async (slides) => {
    const log = path.join(slides, `${lecture}.cues.jsonl`)
    const lines = (await fs.readFile(log, 'utf8')).split('\n')
    lines[2] = '{"time":'
    lines[5] = lines[5]!.replace('"counting"', '"countin"')
    lines[10] = lines[10]!.replace('2026-05-04', '2020-05-04')
    await fs.writeFile(log, lines.join('\n'))
    await fs.writeFile(path.join(slides, `${lecture}.captions.vtt`), 'WEBVTT\n\n00:00:05.000 --> 00:00:04.000\nbackwards\n\n00:00:06.000 --> 00:00:09.000\nStill here.\n')
  })
  expect(problems).toMatchInlineSnapshot(`
    "
    slides/01-what-is-a-kernel.cues.jsonl:3: This line is not a JSON object; the line is left out.
        Fix the line, e.g. {"time":"2026-05-04T09:15:02.500Z","slide":"intro","number":1,"click":0,"event":"enter"}, or remove it.
    slides/01-what-is-a-kernel.cues.jsonl:11: The time goes backwards: it does not fit between its neighbours; the line is left out.
        Fix its time or remove it.
    slides/01-what-is-a-kernel.cues.jsonl:6: The lecture has no slide "countin"; this line is left out.
        If the slide has a new id, run: npm run cues -- what-is-a-kernel --rename countin=counting --write
    slides/01-what-is-a-kernel.captions.vtt:3: This caption ends before it begins; the caption is left out.
        Write the times as 00:01:02.500 --> 00:01:04.000, below at most one line with a name, above the text.
    "
  `)
  const html = await read(site, `${slug}/index.html`)
  expect(html).toContain('Still here.')
  expect(html).toContain('<video')
})

it('builds a page to read where the video is missing or the captions are no WebVTT', async () => {
  const { site, problems } = await build('missing', async (slides, root) => {
    await fs.rm(path.join(root, 'public/kernel.webm'))
    await fs.writeFile(path.join(slides, `${lecture}.captions.vtt`), '1\n00:00:01,000 --> 00:00:02,000\nSubRip\n')
  })
  expect(problems).toMatchInlineSnapshot(`
    "
    slides/01-what-is-a-kernel.md:5: The video /kernel.webm does not exist; the page says so.
        Put it at public/kernel.webm or fix the path.
    slides/01-what-is-a-kernel.captions.vtt:1: This is not a WebVTT file: its first line is not WEBVTT; the file is left out.
        Export the captions as WebVTT (.vtt); SubRip (.srt) is another format.
    "
  `)
  const html = await read(site, `${slug}/index.html`)
  expect(html).not.toContain('<video')
  expect(html).toContain('The recording is not here.')
  expect(html).toContain('Come back to the door at the end.')
  expect(html).toMatch(/<a href="\?t=0:22" data-t="22">/)
  expect(await read(site, 'index.html')).not.toContain('recording: ')
})

it('takes a recording without pictures, and captions in further languages', async () => {
  const { site, problems } = await build('sound', async (slides, root) => {
    await fs.copyFile('tests/fixtures/recordings/sound-alone.mp4', path.join(root, 'public/talk.mp4'))
    const file = path.join(slides, `${lecture}.md`)
    await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('/kernel.webm', '/talk.mp4').replace('minutes: 20', 'duration: 1:20'))
    await fs.writeFile(path.join(slides, `${lecture}.captions.pt-BR.vtt`), 'WEBVTT\n\n00:01.000 --> 00:02.000\nBem-vindos.\n')
    await fs.writeFile(path.join(slides, `${lecture}.captions.nowhere-at-all.vtt`), 'WEBVTT\n')
  })
  expect(problems).toMatchInlineSnapshot(`
    "
    slides/01-what-is-a-kernel.captions.nowhere-at-all.vtt: "nowhere-at-all" is not the tag of a language; these captions are left out.
        Name the file after its language, such as 01-what-is-a-kernel.captions.de.vtt or 01-what-is-a-kernel.captions.pt-BR.vtt.
    "
  `)
  const html = await read(site, `${slug}/index.html`)
  expect(html).not.toContain('<video')
  expect(Array.from(html.matchAll(/<audio[^>]* src="([^"]*)"|<track kind="captions"[^>]* srclang="([^"]*)" label="([^"]*)"/g), match => match.slice(1).filter(Boolean).join(' '))).toEqual(['../talk.mp4', 'en English', 'pt-BR Português (Brasil)'])
  expect(await read(site, `${slug}/${lecture}.captions.pt-BR.vtt`)).toContain('Bem-vindos.')
})

it('says what stands around a recording in the language of the lecture, and of the course on its page', async () => {
  const speaks = (course: string, lecturesOwn: string, video: string) => async (slides: string, root: string) => {
    const [file, log, head] = [path.join(slides, `${lecture}.md`), path.join(slides, `${lecture}.cues.jsonl`), path.join(root, 'slides.md')]
    await fs.writeFile(head, (await fs.readFile(head, 'utf8')).replace('lang: en', `lang: ${course}`))
    await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('video: /kernel.webm', `lang: ${lecturesOwn}\nvideo: ${video}\nduration: 1:20`))
    await fs.writeFile(log, (await fs.readFile(log, 'utf8')).replaceAll('"event":"question"', '"event":"question","text":"How long?"'))
  }
  /** Texts, and what is said to who does not see them. */
  const textOf = async (site: string, file: string) => (await read(site, file)).replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, tag => ` ${/ (?:aria-)?label="([^"]*)"/.exec(tag)?.[1] ?? ''} `).replace(/\s+/g, ' ')
  const [file, hosted, elsewhere] = await Promise.all([build('file', speaks('fr', 'de', '/kernel.webm')), build('hosted', speaks('de', 'de', 'https://youtu.be/abcdefghijk')), build('elsewhere', speaks('de', 'de', 'https://example.org/talk'))])
  expect(await textOf(file.site, 'index.html')).toContain('enregistrement : 1 min, toutes les diapositives')
  const page = await textOf(file.site, `${slug}/index.html`)
  for (const text of ['Aufzeichnung: 1 Min., alle Folien', 'Ansicht Neben dem Text Kino Nebeneinander Nur Text', 'Tempo 0,5×', 'Tauschen Vollbild Link kopieren', 'In diesem Vortrag suchen', 'Die Aufzeichnung lässt sich hier nicht abspielen. Herunterladen', 'In der Aufzeichnung 0:16', 'the kernel answers, noch einmal', 'Eine Frage aus dem Publikum: How long? bei 0:38'])
    expect(page).toContain(text)
  expect(page).not.toMatch(/\b(?:Play|View|Speed|Swap|Full screen|Copy link|Keys|Live slide|Follow|Recording|Download|Chapters|Question:|again|all slides)\b/)
  expect(await textOf(hosted.site, `${slug}/index.html`)).toContain('▶ Video von YouTube laden Die Aufzeichnung liegt bei YouTube ; wer sie lädt')
  expect(await textOf(elsewhere.site, `${slug}/index.html`)).toContain('Die Aufzeichnung liegt bei einem anderen Anbieter ; von dort')
})

it('says where a log lies past its video, and that browsers do not play a file', async () => {
  const shift = (offset: number) => async (slides: string) => {
    const log = path.join(slides, `${lecture}.cues.jsonl`)
    await fs.writeFile(log, (await fs.readFile(log, 'utf8')).replace(/"offset":[-\d.]+/, `"offset":${offset}`))
  }
  const plays = (name: string) => async (slides: string, root: string) => {
    await fs.copyFile('tests/fixtures/recordings/silent-mpeg4.mp4', path.join(root, 'public', name))
    const file = path.join(slides, `${lecture}.md`)
    await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('kernel.webm', name).replace('minutes: 20', 'duration: 1:20'))
  }
  const all = await Promise.all([build('late', shift(9000)), build('early', shift(-9000)), build('mkv', plays('talk.mkv')), build('mpeg4', plays('talk.mp4'))])
  expect(all.map(({ problems }) => problems.replaceAll(`${work}/`, '')).join('')).toMatchInlineSnapshot(`
    "
    slides/01-what-is-a-kernel.cues.jsonl: All cues, 10 in number, come after the end of the video at 1:20; they are left out.
        Check the offset: npm run cues -- what-is-a-kernel

    slides/01-what-is-a-kernel.cues.jsonl: The log ends before the video begins: by its offset of -9000 s the video shows its last slide alone.
        Check the offset: npm run cues -- what-is-a-kernel
    slides/01-what-is-a-kernel.cues.jsonl: YouTube: a video has at least 3 chapters, this one has 1; chapters.youtube.txt is left out.

    slides/01-what-is-a-kernel.md:5: Browsers do not play a file of the kind .mkv: /talk.mkv.
        Make one that they play: npm run talk -- what-is-a-kernel --video mkv/public/talk.mkv

    public/talk.mp4: The pictures of this video are coded in MPEG-4 Part 2, which many browsers do not play.
        Make one that they play: npm run talk -- what-is-a-kernel --video mpeg4/public/talk.mp4
    "
  `)
})

it('says that a video is no video, and where no cue fits into it', async () => {
  const { problems } = await build('damaged', async (_, root) => fs.writeFile(path.join(root, 'public/kernel.webm'), 'no video'))
  expect(problems).toMatchInlineSnapshot(`
    "
    public/kernel.webm: The length of this video cannot be read; it may be damaged.
        Play it once, or write its length as "duration: mm:ss" in what-is-a-kernel.
    "
  `)
})

it('finds links that lead nowhere, at the slide that has them', async () => {
  const { known, problems } = await build('links', async (slides) => {
    const file = path.join(slides, `${lecture}.md`)
    await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('Let them guess first.', 'See [a slide](#/gone), [a file](../nowhere.pdf), [a lecture](../../containers/deck/#/a-container-is-a-process), [too far](../../x.html) and [this one](#/asks).'))
  })
  expect(known).toMatchInlineSnapshot(`
    "
    slides/01-what-is-a-kernel.md:53: A link leads to #/gone, but the lecture "What is a kernel?" has no slide "gone".
    slides/01-what-is-a-kernel.md:53: A link leads to ../nowhere.pdf, but there is no such file in public/.
        Put it at public/nowhere.pdf, or fix the address.
    slides/01-what-is-a-kernel.md:53: A link leads to ../../x.html, but there is no such file in public/.
        Put it at public/x.html, or fix the address.
    "
  `)
  // What slips through is found on the page.
  expect(problems).toMatchInlineSnapshot(`
    "
    slides/01-what-is-a-kernel.md:44: The page what-is-a-kernel/index.html has a link to #gone, but there is no slide "gone" on that page.
        Fix the link on the slide "How much does a call cost?" or in its notes.
    slides/01-what-is-a-kernel.md:44: The page what-is-a-kernel/index.html has a link to ../nowhere.pdf, but there is no such file in the site.
        Fix the link on the slide "How much does a call cost?" or in its notes.
    slides/01-what-is-a-kernel.md:44: The page what-is-a-kernel/index.html has a link to ../../x.html, but that leaves the site.
        Fix the link on the slide "How much does a call cost?" or in its notes.
    "
  `)
})

it('writes no note where notes are private', async () => {
  const { site } = await build('private', async (_, root) => {
    const file = path.join(root, 'slides.md')
    await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('notes: public\n', ''))
  })
  const files = (await fs.readdir(site, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile() && /\.(?:html|js|json)$/.test(entry.name))
  for (const entry of files)
    expect(await fs.readFile(path.join(entry.parentPath ?? entry.path, entry.name), 'utf8'), entry.name).not.toContain('Come back to the door')
})

it('shows votes and drawings of the last talk where the author wants it, and never what the room has not seen', async () => {
  const given = (front: string) => async (slides: string) => {
    const file = path.join(slides, `${lecture}.md`)
    const text = await fs.readFile(file, 'utf8')
    const asks = ':::question Is a system call as cheap as a function call?\n- [ ] Yes, about as cheap\n- [x] No, some hundred cycles more\n- [ ] It depends on the file\n:::'
    await fs.writeFile(file, text.replace('minutes: 20', `minutes: 20\n${front}`).replace(/:::question[\s\S]*?\n:::\n/, `${asks}\n`))
    await fs.copyFile('tests/fixtures/talks/kernel.talk.jsonl', path.join(slides, `${lecture}.talk-2026-05-04.jsonl`))
  }
  const [both, votes, none] = await Promise.all(['fromTalk: [votes, drawings]', 'fromTalk: votes', 'hideFoot: true'].map(async (front, i) => read((await build(`given-${i}`, given(front))).site, `${slug}/index.html`)))
  const bars = (html: string) => Array.from(html.matchAll(/<bdi>([^<]*)<\/bdi>(?:<strong[^>]*>([^<]*)<\/strong>)?.*?class="figure">([^<]*)</gs), ([, head, right = '', figure]) => `${head}${right}: ${figure!.trim()}`)
  expect(bars(both!)).toEqual([
    'A  Yes, about as cheap: 57 % (4)',
    'B  No, some hundred cycles more ✓ right: 29 % (2)',
    'C  It depends on the file: 14 % (1)',
    'A  Yes, about as cheap: 13 % (1)',
    'B  No, some hundred cycles more ✓ right: 75 % (6)',
    'C  It depends on the file: 13 % (1)',
  ])
  expect(bars(votes!)).toEqual(bars(both!))
  expect(bars(none!)).toEqual([])
  const drawn = (html: string) => Array.from(html.matchAll(/aria-label="(Drawn by hand[^"]*)"/g), ([, label]) => label)
  expect([drawn(both!), drawn(votes!), drawn(none!)]).toEqual([[...Array.from({ length: 2 }).fill('Drawn by hand in the talk of May 4, 2026: 1 line')], [], []])
  // Neither a vote that was never shown, nor words that were kept from the room, nor who said anything.
  for (const html of [both!, votes!])
    expect(html).not.toMatch(/4711|rude|unkind|What is open\(2\)|"v\d"/)
})
