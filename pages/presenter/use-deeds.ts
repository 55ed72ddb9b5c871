import type { Pointer } from '../../src/shared/live.ts'
import type { PresenterDeed } from './keys.ts'
import type { Ink } from './use-ink.ts'
import type { Talk } from './use-talk.ts'
import type { Zooming } from './use-zoom.ts'
import { ref } from 'vue'
import { askWall } from '../../src/shared/swap-windows.ts'
import { say } from './words.ts'

const NOTES = 'docent-notes'

/** What keys and buttons of a presenter view do. */
export function useDeeds(slug: string, talk: Talk, ink: Ink, zoom: Zooming) {
  /** What lies over the view. */
  const sheet = ref<'overview' | 'help'>()
  const pointer = ref<Pointer['kind']>()
  /** How large notes are, 1 for their own size. */
  const notes = ref(Number(localStorage.getItem(NOTES)) || 1)
  const { act, view } = talk

  function setPointer(kind?: Pointer['kind']) {
    pointer.value = pointer.value === kind ? undefined : kind
    if (!pointer.value)
      talk.point()
  }
  function resize(by: number) {
    notes.value = Math.min(2.5, Math.max(0.6, Math.round((notes.value + by) * 10) / 10))
    localStorage.setItem(NOTES, String(notes.value))
  }
  function clear() {
    const { blank, breakUntil, frozen, paused, here } = view.value ?? {}
    if (sheet.value)
      return void (sheet.value = undefined)
    if (pointer.value)
      setPointer(pointer.value)
    if (ink.isDrawing.value)
      ink.toggle()
    if (view.value?.zoom)
      zoom.end()
    if (here?.board)
      ink.toBoard(0)
    if (blank !== 'off')
      void act({ do: 'blank', color: 'off' })
    if (breakUntil !== undefined)
      void act({ do: 'break' })
    else if (paused)
      void act({ do: 'pause', on: false })
    if (frozen)
      void act({ do: 'freeze', on: false })
  }
  /** This window goes to the wall, and the wall comes here. */
  async function swap() {
    if (await askWall(slug))
      location.assign(`/${encodeURIComponent(slug)}/deck/`)
    else
      talk.wrong.value = say('noWall')
  }
  /** The vote goes one phase on. */
  function vote() {
    const { vote, votes = [] } = view.value ?? {}
    if (!vote && votes[0])
      return act({ do: 'vote', vote: votes[0].id })
    const hasAnswer = vote?.rounds?.some(({ rows }) => rows.some(({ right }) => right))
    const shown = hasAnswer ? 'answer' : 'away'
    const phases = { open: 'closed', closed: 'shown', shown, answer: 'away', away: 'away' }
    return vote && act({ do: 'phase', phase: phases[vote.phase] })
  }

  const deeds: Record<PresenterDeed, () => unknown> = {
    'next': () => act({ do: 'next' }),
    'previous': () => act({ do: 'previous' }),
    'black': () => act({ do: 'blank', color: view.value?.blank === 'black' ? 'off' : 'black' }),
    'white': () => act({ do: 'blank', color: view.value?.blank === 'white' ? 'off' : 'white' }),
    'freeze': () => act({ do: 'freeze', on: !view.value?.frozen }),
    'pause': () => act({ do: 'pause', on: !view.value?.paused }),
    'mark': () => act({ do: 'mark' }),
    'overview': () => sheet.value = 'overview',
    'laser': () => setPointer('laser'),
    'spot': () => setPointer('spot'),
    'on-time': () => act({ do: view.value?.leftOut.length ? 'all-slides' : 'on-time' }),
    vote,
    'zoom': () => view.value?.zoom ? zoom.end() : zoom.begin(),
    swap,
    'draw': ink.toggle,
    'blank-page': ink.blankPage,
    'eraser': () => ink.hold({ tool: ink.pen.tool === 'eraser' ? 'pen' : 'eraser' }),
    'undo': ink.undo,
    'larger': () => view.value?.zoom ? zoom.resize(1.25) : resize(0.1),
    'smaller': () => view.value?.zoom ? zoom.resize(0.8) : resize(-0.1),
    clear,
    'help': () => sheet.value = 'help',
  }
  return { sheet, pointer, notes, does: (deed: PresenterDeed) => void deeds[deed]() }
}

export type Deeds = ReturnType<typeof useDeeds>
