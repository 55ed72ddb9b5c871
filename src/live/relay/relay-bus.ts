import type { RelayedAct, ToRelay } from './relay-message.ts'
import { isFlag, isText, isWhole, parseObject, wrongField } from '../../core/fields.ts'
import { readToRelay } from './relay-message.ts'

/** What relays that answer one room tell each other. */
export type BusMessage
  = | { sent: ToRelay }
    | { act: RelayedAct }
    /** Who tells, and how many follow there; and whether the laptop is connected there. */
    | { here: string, followers: number, laptop: boolean }

const ACT = { id: isWhole(0), voter: isText() }
const HERE = { here: isText(), followers: isWhole(0), laptop: isFlag }

/** What a relay tells, as text; undefined for anything else that is told there. */
export function readBusMessage(text: string): BusMessage | undefined {
  const message = parseObject(text)
  if (!message)
    return
  const { sent, act, here } = message
  if (typeof sent === 'object' && sent !== null)
    return readToRelay(sent as Record<string, unknown>) && message as BusMessage
  const isAct = typeof act === 'object' && act !== null && wrongField(act as Record<string, unknown>, ACT) === undefined
  const isHere = typeof here === 'string' && wrongField(message, HERE) === undefined
  return isAct || isHere ? message as unknown as BusMessage : undefined
}

/** Lets several relays answer one room. */
export interface RelayBus {
  /** Tells all relays, this one among them. */
  publish: (message: BusMessage) => Promise<unknown>
  /** Keeps for relays that come later what the laptop has sent; another talk leaves nothing of the one before. */
  keep: (talk: string, sent: ToRelay) => Promise<unknown>
  close: () => Promise<unknown>
}

/** The bus of a relay that is alone. */
export function loneBus(hear: (message: BusMessage) => void): RelayBus {
  return {
    publish: async message => hear(message),
    keep: async () => undefined,
    close: async () => undefined,
  }
}

/** What a relay keeps of what was sent, by a name; undefined for what passes. */
export function keptName(sent: ToRelay): string | undefined {
  switch (sent.kind) {
    case 'view':
      return 'view'
    case 'slide':
      return `slide ${sent.number}/${sent.click}`
    case 'file':
      return `file ${sent.path}`
    case 'page':
      return `page ${sent.number}/${sent.board}`
    default:
      return undefined
  }
}
