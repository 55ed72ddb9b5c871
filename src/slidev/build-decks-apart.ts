import type { OwnProcess } from '../core/own-process.ts'
import type { Course } from '../course/course.ts'
import type { RenderedDiagram } from '../mermaid/diagram.ts'
import type { RenderDiagram } from '../mermaid/renderer.ts'
import type { BuildDecksOptions } from './build-decks.ts'
import type { DeckInputs } from './inputs-plugin.ts'
import { startProcess } from '../core/own-process.ts'

/** What the process of a build is told to do. */
export interface DecksWork {
  course: Course
  options: Omit<BuildDecksOptions, 'onProgress'>
}

export interface DiagramRequest { code: string }
export interface DiagramAnswer { code: string, drawn: RenderedDiagram }

export interface DecksBuilder {
  /** Like `buildDecks`, which is done but once; diagrams may still be being drawn. */
  build: (course: Course, options: BuildDecksOptions, render: Promise<RenderDiagram>) => Promise<DeckInputs>
  /** Ends the process, whatever it does. */
  end: () => void
}

/**
 * Starts a process that builds decks: it loads Vite and Slidev at once, while here the course is still being read.
 * @param root folder of the course
 */
export function startDecksBuilder(root: string): DecksBuilder {
  let onMessage: (message: DiagramRequest | { modules: number }) => void = () => {}
  const builder: OwnProcess = startProcess('src/slidev/decks-process.ts', root, message =>
    onMessage(message as Parameters<typeof onMessage>[0]))
  return {
    async build(course, { onProgress, ...options }, render) {
      onMessage = (message) => {
        if ('modules' in message)
          return onProgress?.(message.modules)
        // A diagram that cannot be drawn ends the build.
        render.then(render => render(message.code)).then(
          drawn => builder.send({ code: message.code, drawn } satisfies DiagramAnswer),
          () => undefined,
        )
      }
      builder.send({ course, options } satisfies DecksWork)
      // What is wrong with diagrams is told first.
      await render
      return await builder.ended as DeckInputs
    },
    end: builder.kill,
  }
}
