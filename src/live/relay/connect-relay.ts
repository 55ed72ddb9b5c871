import type { FollowerView } from '../../shared/live.ts'
import type { RoomSlides } from '../frozen/room-slides.ts'
import type { RelayedRoom, Room } from '../hub.ts'
import type { RelayedAct, RelayedSlide, ToRelay } from './relay-message.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs/promises'
import path from 'node:path'

interface ConnectRelayOptions {
  /** Address of the relay, without a trailing slash. */
  relay: string
  token: string
  /** Folder of the presenter's decks. */
  decks: string
  follow: Room['follow']
  /** Told whether there is a connection, and why not. */
  onState: (problem: string | undefined) => void
}

type Step = Pick<RelayedSlide, 'number' | 'click'>

interface Told { view: FollowerView, slides?: RoomSlides, inkOf: Room['shownInk'] }

/** Milliseconds after which a lost connection is tried again. */
const AGAIN = 1000

/** Keeps a relay at what the room may see, and does here what the room there says. */
export function connectRelay(
  { relay, token, decks, follow, onState }: ConnectRelayOptions,
): RelayedRoom & { close: () => void } {
  const end = new AbortController()
  const headers = { authorization: `Bearer ${token}` }
  let there = new Set<string>()
  let latest: Told | undefined
  let sending = false
  /** Versions of what is drawn, as the relay has them. */
  let drawn = new Map<string, number>()
  let drawing = Promise.resolve()
  let count = 0

  async function push(message: ToRelay): Promise<void> {
    const response = await fetch(`${relay}/relay/push`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(message),
      signal: end.signal,
    })
    const told = await response.json() as { followers?: number, error?: string }
    if (!response.ok)
      throw new Error(told.error)
    count = told.followers ?? count
  }

  /** Sends the files of a step, once, and tells what else the relay lacks of it; nothing where it has all. */
  async function missingOf(
    slides: RoomSlides,
    talk: string,
    { number, click }: Step,
  ): Promise<RelayedSlide | undefined> {
    const markup = slides.markup(number, click)
    if (there.has(`${talk} ${number}/${click}`) || !markup)
      return
    for (const file of [...slides.files(number, click), ...slides.fonts ? [slides.fonts] : [], ...slides.typefaces]) {
      const known = `${talk} ${file}`
      if (there.has(known))
        continue
      const made = slides.sheets.get(file) ?? slides.stills.get(file)
      const content = made ?? await fs.readFile(path.join(decks, file)).catch(() => undefined)
      if (content !== undefined)
        await push({ kind: 'file', talk, path: file, bytes: Buffer.from(content).toString('base64') })
      there.add(known)
    }
    return { number, click, markup }
  }

  async function pushStep(slides: RoomSlides, talk: string, step: Step): Promise<void> {
    const slide = await missingOf(slides, talk, step)
    if (!slide)
      return
    await push({ kind: 'slide', talk, ...slide })
    there.add(`${talk} ${step.number}/${step.click}`)
  }

  /** Sends what is drawn where the relay has it not, as after a change that did not arrive. */
  async function pushInk({ view, inkOf }: Told): Promise<void> {
    for (const [number, board] of view.ink) {
      const key = `${view.talk} ${number}/${board}`
      const page = inkOf(number, board)
      if (page && drawn.get(key) !== page.version) {
        await push({ kind: 'page', talk: view.talk, number, board, page })
        drawn.set(key, page.version)
      }
    }
  }

  /** The step at hand goes first, then what else was shown, until there is something newer. */
  async function sendOne(one: Told): Promise<void> {
    const { view, slides } = one
    const steps = view.seen.flatMap(([number, most]) =>
      Array.from({ length: most + 1 }, (_, click) => ({ number, click })))
    const slide = slides && view.at && await missingOf(slides, view.talk, view.at)
    await drawing
    await pushInk(one)
    await push({ kind: 'view', view, slide })
    if (slide)
      there.add(`${view.talk} ${slide.number}/${slide.click}`)
    for (const step of slides ? steps : []) {
      if (one !== latest)
        return
      await pushStep(slides!, view.talk, step)
    }
  }

  async function sendAll(): Promise<void> {
    if (sending || !latest)
      return
    sending = true
    const one = latest
    try {
      await sendOne(one)
      onState(undefined)
    }
    catch (error) {
      onState((error as Error).message)
      sending = false
      return
    }
    sending = false
    if (one !== latest)
      await sendAll()
  }

  async function listen(): Promise<void> {
    while (!end.signal.aborted) {
      try {
        const response = await fetch(`${relay}/relay/acts`, { headers, signal: end.signal })
        if (!response.ok || !response.body)
          throw new Error(`the relay answers ${response.status}`)
        // It may be another one since: it is told all anew.
        there = new Set()
        drawn = new Map()
        void sendAll()
        await readActs(response.body, async ({ id, action, voter }) => {
          await push({ kind: 'done', id, wrong: await follow(action, voter) })
        })
      }
      catch (error) {
        if (!end.signal.aborted)
          onState((error as Error).message)
      }
      await new Promise(resolve => setTimeout(resolve, AGAIN))
    }
  }
  void listen()

  return {
    tell(view, slides, inkOf) {
      latest = { view, slides, inkOf }
      void sendAll()
    },
    ink(message) {
      const talk = latest?.view.talk
      if (talk === undefined)
        return
      // One after the other: a part of a line is of no use before those that came before it.
      drawing = drawing.then(async () => {
        const key = `${talk} ${message.number}/${message.board}`
        await push({ kind: 'ink', talk, message })
        if ((drawn.get(key) ?? 0) + 1 === message.version)
          drawn.set(key, message.version)
      }).catch(() => undefined)
    },
    followers: () => count,
    close: () => end.abort(),
  }
}

async function readActs(body: ReadableStream<Uint8Array>, act: (act: RelayedAct) => Promise<void>): Promise<void> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(part, { stream: true })
    const end = text.lastIndexOf('\n\n')
    for (const [, data] of text.slice(0, end + 2).matchAll(/^event: act\ndata: (.*)$/gm))
      await act(JSON.parse(data!) as RelayedAct).catch(() => undefined)
    text = text.slice(end + 2)
  }
}
