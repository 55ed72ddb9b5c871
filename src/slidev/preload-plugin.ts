import type { OutputBundle, OutputChunk } from 'rolldown'
import type { Plugin } from 'vite'
import type { Course } from '../course/course.ts'
import { assertContract } from './contract/contract.ts'
import { clientPages, slideNumber } from './contract/names.ts'
import { deckFile } from './decks-plugin.ts'

/**
 * Names in the page of each deck what it is going to load until its first slide is there: a browser asks for all of it
 * at once, where it would find out step by step. A print view, which loads something else, does not.
 */
export function preloadPlugin(course: Course): Plugin {
  return {
    name: 'docent:preload',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
        const holding = (isIt: (id: string) => boolean) => chunks.filter(({ moduleIds }) => moduleIds.some(isIt))
        const client = clientPages.flatMap(page => holding(id => id.endsWith(page)))
        assertContract(client.length >= clientPages.length, `decks begin with ${clientPages.join(' and ')}`)
        for (const lecture of course.lectures) {
          const page = bundle[deckFile(lecture)]
          if (page?.type !== 'asset')
            continue
          const first = lecture.slides[0]!.index + 1
          const wanted = closure([...client, ...holding(id => slideNumber(id) === first)], bundle)
          const top = '../'.repeat(page.fileName.split('/').length - 1)
          const files = Array.from(wanted, file => top + encodeURI(file))
          page.source = String(page.source).replace('</head>', () => `<script>${loader(files)}</script></head>`)
        }
      },
    },
  }
}

/** Chunks with all that they import, and their styles. */
function closure(chunks: readonly OutputChunk[], bundle: OutputBundle): Set<string> {
  const files = new Set<string>()
  const open = [...chunks]
  for (let chunk = open.pop(); chunk; chunk = open.pop()) {
    if (files.has(chunk.fileName))
      continue
    files.add(chunk.fileName)
    const { viteMetadata } = chunk as OutputChunk & { viteMetadata?: { importedCss: Set<string> } }
    viteMetadata?.importedCss.forEach(file => files.add(file))
    open.push(...chunk.imports.map(file => bundle[file]).filter(file => file?.type === 'chunk'))
  }
  return files
}

function loader(files: readonly string[]): string {
  return [
    'if(!/[?&]print\\b/.test(location.search))',
    `for(const href of ${JSON.stringify(files)})`,
    `document.head.append(Object.assign(document.createElement('link'),`,
    `href.endsWith('.css')?{rel:'preload',as:'style',crossOrigin:'',href}:{rel:'modulepreload',href}))`,
  ].join('')
}
