/** What a long document can consist of. */
export const documentKinds = ['prose', 'sections', 'table', 'list', 'code', 'line', 'links', 'html'] as const
export type DocumentKind = typeof documentKinds[number]

const WORDS = [
  ...['the', 'container', 'kernel', 'process', 'memory', 'page', 'table', 'scheduler', 'network', 'file', 'system'],
  ...['image', 'layer', 'registry', 'volume', 'port', 'host', 'guest', 'machine', 'driver', 'call', 'user', 'space'],
  ...['thread', 'lock', 'queue', 'buffer', 'cache', 'node', 'request', 'response', 'service', 'client', 'packet'],
]

/** Markdown of one kind, or HTML, at least as long as asked for, the same each time. */
export function longDocument(kind: DocumentKind, characters: number): string {
  const { word, words, sentence } = randomWords()
  const paragraph = (sentences: number) => Array.from({ length: sentences }).fill(sentence()).join(' ')
  const parts: Record<DocumentKind, (i: number) => string> = {
    prose: () => `${paragraph(5)}\n\n`,
    sections: i => `## ${sentence(3, 5).slice(0, -1)} ${i}\n\n${paragraph(3)}\n\n`,
    table: () => `| ${sentence(2, 4)} | ${sentence(4, 6)} | ${sentence(5, 7)} |\n`,
    list: () => `- ${sentence(6, 20)}\n`,
    code: i => i % 7 ? `    ${word()} = ${word()}(${word()}, ${i})\n` : `\ndef ${word()}${i}(${word()}):\n`,
    line: () => `${sentence()} `,
    links: i => `${sentence()} See [${words(2, 4)}](https://example.org/${i}) and [${word()}](page-${i}.md#part).\n\n`,
    html: i => [
      `<div class="section" id="s${i}"><h2>${words(2, 5)} ${i}</h2>`,
      `<p>${sentence()} <a href="p${i}.html">${word()}</a></p>`,
      `<ul><li>${sentence()}</li><li><code>${word()}</code> ${sentence()}</li></ul></div>\n`,
    ].join(''),
  }
  const before: Partial<Record<DocumentKind, string>> = {
    table: '| a | b | c |\n| --- | --- | --- |\n',
    code: '```python\n',
    html: '<html><body>\n',
  }
  let text = `${kind === 'html' ? '' : `# A document of ${kind}\n\n`}${before[kind] ?? ''}`
  for (let i = 0; text.length < characters; i++)
    text += parts[kind](i)
  return `${text.trimEnd()}\n${kind === 'code' ? '```\n' : ''}`
}

interface RandomWords {
  /** A whole number below a limit. */
  random: (limit: number) => number
  word: () => string
  words: (min: number, max: number) => string
  sentence: (min?: number, max?: number) => string
}

/** Words by chance, the same row each time for the same seed. */
export function randomWords(seed = 7): RandomWords {
  const random = randomNumbers(seed)
  const word = () => WORDS[random(WORDS.length)]!
  const words = (min: number, max: number) => Array.from({ length: min + random(max - min) }, word).join(' ')
  const sentence = (min = 8, max = 20) => {
    const text = words(min, max)
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  return { random, word, words, sentence }
}

/** Whole numbers below a limit, the same row each time. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(state / 65_536) % limit
  }
}
