import fs from 'node:fs/promises'
import path from 'node:path'
import { randomWords } from './long-document.ts'

/** Slides of each lecture. */
export const SLIDES = 15

/** Writes a course of lectures of 15 slides each, as lecturers write them, the same each time. */
export async function writeLargeCourse(root: string, lectures: number): Promise<void> {
  const numbers = Array.from({ length: lectures }, (_, i) => String(i + 1).padStart(3, '0'))
  const imports = numbers.map(number => `---\nsrc: ./slides/${number}-lecture-${number}.md\n---\n`)
  await fs.mkdir(path.join(root, 'slides'), { recursive: true })
  const head = '---\ntitle: A large course\nlang: en\nnotes: public\n---\n'
  await fs.writeFile(path.join(root, 'slides.md'), `${head}\n${imports.join('\n')}`)
  await Promise.all(numbers.map((number, i) =>
    fs.writeFile(path.join(root, 'slides', `${number}-lecture-${number}.md`), lecture(i))))
}

function lecture(at: number): string {
  const { random, word, words, sentence } = randomWords(at + 11)
  const lines = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n')
  const item = () => `- ${sentence(4, 10)}`
  const row = () => `| ${word()} | ${words(4, 7)} |`
  const statement = (i: number) => `const ${word()}${i} = ${word()}(${random(100)}, '${word()}')`
  const fence = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``
  const bodies = [
    () => `${sentence()}\n\n${lines(4, item)}`,
    () => lines(4, item),
    () => `${sentence()}\n\n| Part | What it does |\n| --- | --- |\n${lines(4, row)}`,
    () => fence('ts', lines(6, statement)),
    () => `:::note ${sentence(2, 4)}\n${sentence()}\n:::\n\n${sentence()}`,
    () => `:::question Does the ${word()} ${word()}?\n${sentence()}\n:::`,
  ]
  const drawing = {
    0: () => fence('mermaid', `flowchart LR\n  a[${words(1, 3)}] --> b[${words(1, 3)}]\n  b --> c[${word()}]`),
    1: () => fence('stack', `layers:\n${lines(2, i => `  - { label: ${word()}, kind: ${['hardware', 'os'][i]} }`)}`),
  }[at % 3]
  const bodyOf = (i: number) => i === 4 && drawing ? drawing() : bodies[(i + at) % bodies.length]!()
  const slide = (i: number) => {
    const title = i ? `${sentence(2, 5).slice(0, -1)} ${i + 1}` : `Lecture ${at + 1}: ${words(2, 4)}`
    return `# ${title}\n\n${bodyOf(i)}\n\n<!--\n${sentence()} ${sentence()}\n-->`
  }
  return `${lines(SLIDES, i => `${i ? '\n---\n\n' : ''}${slide(i)}`)}\n`
}
