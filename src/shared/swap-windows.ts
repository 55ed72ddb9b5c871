// The windows of the presenter and of the wall, in one browser, take each other's place.

/** Milliseconds in which a wall of this browser has answered. */
const ANSWERS = 400

type Message = { who: 'presenter' } | { here: string } | { swap: string }

function open(lecture: string): BroadcastChannel {
  return new BroadcastChannel(`docent-swap ${lecture}`)
}

/** Lets a window that shows a lecture on the wall become what a presenter asks it to be. */
export function offerWall(lecture: string, become: () => void): void {
  const channel = open(lecture)
  const id = Math.random().toString(36).slice(2)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ('who' in data)
      channel.postMessage({ here: id } satisfies Message)
    else if ('swap' in data && data.swap === id)
      become()
  }
}

/** Asks a wall of this browser to take the place of this window; false where there is none. */
export function askWall(lecture: string): Promise<boolean> {
  const channel = open(lecture)
  return new Promise((resolve) => {
    const end = (found: boolean) => {
      channel.close()
      resolve(found)
    }
    setTimeout(end, ANSWERS, false)
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (!('here' in data))
        return
      channel.postMessage({ swap: data.here } satisfies Message)
      end(true)
    }
    channel.postMessage({ who: 'presenter' } satisfies Message)
  })
}
