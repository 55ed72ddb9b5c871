import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readSentences } from '../../src/api/error-sentences.ts'

async function sentencesIn(files: Record<string, string>) {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-sentences-'))
  onTestFinished(() => fs.rm(root, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    await fs.mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await fs.writeFile(path.join(root, name), text)
  }
  return (await readSentences(root, ['src'])).map(({ message, hints }) => [message, ...hints])
}

it('names what differs from case to case, and tells the cases apart', async () => {
  expect(await sentencesIn({ 'src/a.ts': `
    const MOST = 8
    export function check(lecture: Lecture, browserPath: string, isDeck: boolean) {
      const what = isDeck ? 'deck' : 'page'
      if (isDeck)
        throw new UserError(\`The \${what} "\${lecture.title}" has \${lecture.slides.length} slides, not \${MOST}.\`, 'Leave ' + \`out \${displayPath(browserPath)}.\`)
      return { message: \`\${countOf(n, 'slide')} <b>overflow</b> at {{ x }}.\`, hint: isDeck ? \`Run: \${typed('check --fix')}\` : undefined }
    }` })).toEqual([
    ['The deck "*title*" has *number of slides* slides, not 8.', 'Leave out *browser path*.'],
    ['The page "*title*" has *number of slides* slides, not 8.', 'Leave out *browser path*.'],
    ['*number of slides* &lt;b>overflow&lt;/b> at &#123;&#123; x }}.', 'Run: npx docent check --fix'],
  ])
})

it('finds what is said through a function, in its file and where it is imported', async () => {
  expect(await sentencesIn({
    'src/fault.ts': 'export const fault = (message: string, hint?: string) => ({ message, hint })\nfault(\'There is no \' + name)',
    'src/other.ts': 'import { fault } from \'./fault.ts\'\nfault(\'Nothing is here.\', \'Put it here.\')',
    'src/third.ts': 'const fault = log\nfault(\'Never said.\')',
  })).toEqual([['There is no *name*'], ['Nothing is here.', 'Put it here.']])
})

it('leaves out what is no sentence for people', async () => {
  expect(await sentencesIn({ 'src/a.ts': 'post({ message: \'join\' })\nthrow new Error(\'This is a bug.\')\nthrow new UsageError(\'--dry-run goes with --fix\')' }))
    .toEqual([['--dry-run goes with --fix']])
})
