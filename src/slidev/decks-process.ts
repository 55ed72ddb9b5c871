// A process of its own for one build of decks: what Vite and Slidev hold in memory goes with it.
import type { RenderedDiagram } from '../mermaid/diagram.ts'
import type { DecksWork, DiagramAnswer, DiagramRequest } from './build-decks-apart.ts'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { endProcess } from '../core/own-process.ts'
import { setDiagramRenderer } from '../mermaid/renderer.ts'

// A fifth less memory for a tenth more processor time: else what is garbage is kept until there is as much of it again.
setFlagsFromString('--heap-growing-percent=80')

// Whoever wants the decks is gone.
process.once('disconnect', () => process.exit())
const waiting = new Map<string, (drawn: RenderedDiagram) => void>()
const work = new Promise<DecksWork>((resolve) => {
  process.on('message', (message: DecksWork | DiagramAnswer) => {
    if ('drawn' in message)
      waiting.get(message.code)?.(message.drawn)
    else
      resolve(message)
  })
})
const drawings = new Map<string, Promise<RenderedDiagram>>()
setDiagramRenderer((code) => {
  const drawing = drawings.get(code) ?? new Promise<RenderedDiagram>((resolve) => {
    waiting.set(code, resolve)
    process.send!({ code } satisfies DiagramRequest)
  })
  drawings.set(code, drawing)
  return drawing
})
void endProcess(async () => {
  // Loaded while the course is still being read.
  const { buildDecks } = await import('./build-decks.ts')
  const { course, options } = await work
  let told = 0
  const { files, folders, environment } = await buildDecks(course, {
    ...options,
    onProgress(modules) {
      if (Date.now() - told < 50)
        return
      told = Date.now()
      process.send!({ modules })
    },
  })
  return { files: [...files], folders: [...folders], environment: [...environment] }
})
