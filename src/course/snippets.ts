import path from 'node:path'

/** A snippet that a slide shows, also where its file is not read as code. */
const SNIPPET = /^\s*<<<[ \t]*(@\/)?([^\s#{]+)/gm

/**
 * Absolute paths of the files whose text slides show as code (`<<< @/snippets/sort.ts`), whether they are there or not.
 * @param root folder of the course, for which `@` stands
 */
export function snippetFiles(root: string, slides: readonly { content: string, file: string }[]): string[] {
  return slides.flatMap(({ content, file }) =>
    Array.from(content.matchAll(SNIPPET), ([, fromRoot, name]) =>
      path.resolve(fromRoot ? root : path.dirname(file), name!)))
}
