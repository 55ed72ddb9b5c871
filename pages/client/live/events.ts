import { say } from './words.ts'

/** A connection to the server of a talk, which comes back by itself. */
export interface LiveEvents {
  /** Connects anew, as after a sleep from which a connection may wake up dead. */
  renew: () => void
}

type Handlers = Record<string, (data: never) => void>

/** Milliseconds after which it is tried again. */
const AGAIN = 1000

/** @param onState told whether there is a connection */
export function listenTo(address: () => string, handlers: Handlers, onState: (connected: boolean) => void): LiveEvents {
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    clearTimeout(again)
    source?.close()
    const own = new EventSource(address())
    source = own
    own.onopen = () => onState(true)
    own.onerror = () => {
      onState(false)
      // A browser gives up where a server answers with an error.
      if (own.readyState === EventSource.CLOSED && source === own)
        again = setTimeout(open, AGAIN)
    }
    for (const [name, handle] of Object.entries(handlers))
      own.addEventListener(name, ({ data }: MessageEvent<string>) => handle(JSON.parse(data || 'null') as never))
  }
  const wake = () => {
    if (document.visibilityState === 'visible')
      open()
  }
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('online', open)
  window.addEventListener('pageshow', ({ persisted }) => persisted && open())
  open()
  return { renew: open }
}

/** Sends an act to the server; what it answers where it does not do it. */
export async function send(path: string, act: Record<string, unknown>): Promise<string | undefined> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    })
    if (response.ok)
      return
    return (await response.json() as { error: string }).error
  }
  catch {
    return say('noConnection')
  }
}
