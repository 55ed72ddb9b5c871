import type { InkChange, InkPage } from './ink.ts'
import type { Place } from './live.ts'
import { changeInk, newInkPage } from './ink.ts'

/** A change of what is drawn, as pages of a talk are told. */
export interface InkMessage { number: number, board: number, version: number, change: InkChange }

/** A page on which something is drawn: number of the slide, 0 or which of its blank pages, and version. */
export type InkEntry = [number: number, board: number, version: number]

/** What is drawn on slides, as a page of a talk knows it: asked for once, and kept by what is told. */
export interface InkPages {
  /** What is known of a place; it is asked for where there is more. */
  page: (place: Pick<Place, 'number' | 'board'>) => InkPage
  take: (message: InkMessage) => void
  /** Takes what there is at the server. */
  list: (entries: readonly InkEntry[]) => void
  /** Forgets all, as another talk has begun. */
  clear: () => void
}

interface InkPagesOptions {
  fetchPage: (number: number, board: number) => Promise<InkPage | undefined>
  onChange: () => void
  /** Strokes of this page itself that the server does not know yet. */
  isOwn?: (id: string) => boolean
}

interface Known {
  number: number
  board: number
  page: InkPage
  /** What was told while it was asked for. */
  waiting?: InkMessage[]
}

export function createInkPages({ fetchPage, onChange, isOwn = () => false }: InkPagesOptions): InkPages {
  const known = new Map<string, Known>()
  const newest = new Map<string, number>()
  const keyOf = (number: number, board = 0) => `${number}/${board}`

  async function ask(one: Known): Promise<void> {
    if (one.waiting)
      return
    one.waiting = []
    const found = await fetchPage(one.number, one.board).catch(() => undefined)
    const told = one.waiting
    one.waiting = undefined
    if (!found)
      return
    const { page } = one
    const own = page.strokes.filter(({ id }) => isOwn(id))
    page.version = found.version
    page.strokes = [...found.strokes.filter(({ id }) => !isOwn(id)), ...own]
    told.filter(({ version }) => version > page.version).forEach(message => apply(one, message))
    onChange()
  }
  function apply(one: Known, { version, change }: InkMessage): void {
    if (one.waiting)
      one.waiting.push({ number: one.number, board: one.board, version, change })
    else if (version === one.page.version + 1 && changeInk(one.page, change))
      onChange()
    else
      void ask(one)
  }
  return {
    page({ number, board = 0 }) {
      const key = keyOf(number, board)
      const one = known.get(key) ?? { number, board, page: newInkPage() }
      if (!known.has(key) && newest.get(key))
        void ask(one)
      known.set(key, one)
      return one.page
    },
    take(message) {
      const key = keyOf(message.number, message.board)
      newest.set(key, message.version)
      const one = known.get(key)
      if (one)
        apply(one, message)
    },
    list(entries) {
      for (const [number, board, version] of entries) {
        const key = keyOf(number, board)
        newest.set(key, version)
        const one = known.get(key)
        if (one && one.page.version !== version)
          void ask(one)
      }
    },
    clear() {
      known.clear()
      newest.clear()
    },
  }
}
