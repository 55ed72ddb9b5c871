import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FollowerAction } from '../actions.ts'
import type { Room } from '../hub.ts'
import type { LivePages } from '../live-pages.ts'
import type { BusMessage, RelayBus } from './relay-bus.ts'
import type { RelayedAct, ToRelay } from './relay-message.ts'
import { randomBytes, randomInt } from 'node:crypto'
import { answer, readMessage, refuse } from '../answer.ts'
import { createRates } from '../rates.ts'
import { addressOf, createRights, isOwnHost, isOwnOrigin } from '../rights.ts'
import { roomActs } from '../room-acts.ts'
import { roomAnswers } from '../room-answers.ts'
import { createStreams, message } from '../streams.ts'
import { createHeldTalk } from './held-talk.ts'
import { keptName, loneBus } from './relay-bus.ts'
import { readToRelay } from './relay-message.ts'

interface RelayOptions {
  /** What the laptop shows that it is the presenter's. */
  token: string
  pages: () => Promise<LivePages>
  /** Names by which the relay may be asked. */
  names: readonly string[]
  /** Joins the other relays of the room; it is alone without it. */
  join?: (hear: (message: BusMessage) => void) => RelayBus | Promise<RelayBus>
}

/** Bytes of a file of a talk, and of all of them, at most. */
const LARGEST_FILE = 32 << 20
const LARGEST_TALK = 512 << 20
/** Milliseconds in which the laptop must have answered. */
const PATIENCE = 5000
const MOST_FOLLOWERS = 5000
/** Milliseconds after which relays tell each other how many follow, and after which one that tells nothing is gone. */
const OFTEN = 1000
const FORGOTTEN = 4000

/**
 * Answers a room for a laptop that phones cannot reach: holds what was shown, and hands on what the room says. It knows
 * no decks, no notes and no slide before the laptop has shown it.
 */
export async function createRelay({ token, pages, names, join = loneBus }: RelayOptions): Promise<{
  listener: (request: IncomingMessage, response: ServerResponse) => void
  close: () => void
}> {
  const rights = createRights(token, 'relay')
  const laptop = createStreams(4)
  const followers = createStreams(MOST_FOLLOWERS)
  const later = createLater()
  const byAddress = createRates({ burst: 2000, perSecond: 300 })
  const waiting = new Map<number, (wrong: string | undefined) => void>()
  // Of all relays of the room, none gives an act the number of another's.
  let acts = randomInt(2 ** 30) * 2 ** 20
  const own = randomBytes(6).toString('hex')
  const others = new Map<string, { followers: number, laptop: boolean, time: number }>()

  /** The other relays that were heard of in the last seconds. */
  const fresh = () => [...others.values()].filter(({ time }) => Date.now() - time < FORGOTTEN)
  const count = () => fresh().reduce((sum, one) => sum + one.followers, followers.count())

  const held = createHeldTalk(followers)
  const room: Room = { ...held.room, follow: handOn }
  const answers = roomAnswers({ room, rights, pages, files: (...[, , , notFound]) => notFound() })
  const followed = roomActs(room, rights)

  let bus!: RelayBus

  function handOn(action: FollowerAction, voter: string): Promise<string | undefined> {
    if (!laptop.count() && !fresh().some(one => one.laptop))
      return Promise.resolve('The presenter is not connected; try again.')
    const id = ++acts
    void bus.publish({ act: { id, action, voter } })
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiting.get(id)?.('The presenter does not answer; try again.'), PATIENCE)
      waiting.set(id, (wrong) => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve(wrong)
      })
    })
  }

  function hear(heard: BusMessage): void {
    if ('sent' in heard) {
      const { sent } = heard
      if (sent.kind === 'done')
        waiting.get(sent.id)?.(sent.wrong)
      else
        held.take(sent)
    }
    else if ('act' in heard) {
      laptop.pass(message('act', heard.act satisfies RelayedAct))
    }
    else if (heard.here !== own) {
      others.set(heard.here, { ...heard, time: Date.now() })
    }
  }

  async function keep(sent: ToRelay): Promise<void> {
    if (sent.kind === 'view') {
      const { view, slide } = sent
      if (slide)
        await bus.keep(view.talk, { kind: 'slide', talk: view.talk, ...slide })
      await bus.keep(view.talk, { kind: 'view', view })
    }
    else if (sent.kind !== 'done' && sent.kind !== 'ink') {
      await bus.keep(sent.talk, sent)
    }
  }

  /** Tells all relays what the laptop sends, and keeps it for those to come. */
  async function spread(sent: ToRelay): Promise<string | undefined> {
    if (sent.kind === 'file' && held.bytes() + sent.bytes.length * 0.75 > LARGEST_TALK)
      return 'This talk is too large for the relay.'
    await keep(sent)
    await bus.publish({ sent })
    const drawn = sent.kind === 'ink' ? held.pageOf(sent) : undefined
    // A page is kept when its lines have come, not with each part of them.
    if (drawn)
      later(`${drawn.talk} ${keptName(drawn)}`, () => bus.keep(drawn.talk, drawn))
  }

  async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = `http://host${request.url}`
    const url = URL.canParse(address) ? new URL(address) : undefined
    const { method } = request
    if (!url || !isOwnHost(request, names))
      return refuse(request, response, 403, 'Open this server by its own address.')
    if (url.pathname.startsWith('/relay/')) {
      if (!rights.isPresenter(request))
        return refuse(request, response, 403, 'The token is not the one of this relay.')
      if (method === 'GET' && url.pathname === '/relay/acts')
        return laptop.open(response, [message('count', count())])
      const isPush = method === 'POST' && url.pathname === '/relay/push'
      const sent = isPush ? readToRelay(await readMessage(request, LARGEST_FILE) ?? {}) : undefined
      if (!sent)
        return refuse(request, response, 400, 'This message cannot be read.')
      const wrong = await spread(sent)
      return wrong
        ? refuse(request, response, 413, wrong)
        : answer(request, response, JSON.stringify({ followers: count() }), 'json')
    }
    if (method === 'GET' || method === 'HEAD') {
      if (await answers(request, response, url, false))
        return
      return void response.writeHead(302, { location: '/room/' }).end()
    }
    if (method !== 'POST' || url.pathname !== '/room/act')
      return refuse(request, response, 405, 'Nothing can be sent here.')
    if (!isOwnOrigin(request))
      return refuse(request, response, 403, 'Only pages of this server may send.')
    if (!byAddress(addressOf(request)))
      return refuse(request, response, 429, 'Too much at once; try again.')
    const sent = await readMessage(request)
    const wrong = sent ? await followed(sent) : 'This message cannot be read.'
    if (wrong)
      return refuse(request, response, wrong.startsWith('Too') ? 429 : 409, wrong)
    answer(request, response, '{}', 'json')
  }

  bus = await join(hear)
  const tellOthers = () => bus.publish({ here: own, followers: followers.count(), laptop: laptop.count() > 0 })
  const telling = setInterval(() => void tellOthers().catch(() => undefined), OFTEN).unref()

  return {
    listener(request, response) {
      response.on('error', () => undefined)
      answerTo(request, response).catch(() => {
        if (response.headersSent)
          response.destroy()
        else
          refuse(request, response, 400, 'This cannot be answered.')
      })
    },
    close() {
      clearInterval(telling)
      void bus.close()
      laptop.close()
      followers.close()
    },
  }
}

/** Does something once in a while, however often it is asked for, by a name. */
function createLater(): (name: string, act: () => Promise<unknown>) => void {
  const waiting = new Set<string>()
  return (name, act) => {
    if (waiting.has(name))
      return
    waiting.add(name)
    setTimeout(() => {
      waiting.delete(name)
      void act().catch(() => undefined)
    }, OFTEN).unref()
  }
}
