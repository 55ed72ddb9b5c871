import type { VideoHost } from '../../src/shared/page-model.ts'

/** What the player of a host is told. */
export interface Host {
  play: () => void
  pause: () => void
  seek: (time: number) => void
}

interface State { time?: number, playing?: boolean }

/** How the player of a host speaks in messages between windows. */
interface Dialect {
  /** Sent until it answers. */
  hello: unknown[]
  play: unknown
  pause: unknown
  seek: (time: number) => unknown
  /** Address that starts at a time. */
  startAt: (embed: string, time: number) => string
  read: (message: Record<string, any>) => State | undefined
}

const youtube = (func: string, ...args: unknown[]) => JSON.stringify({ event: 'command', func, args })
const vimeo = (method: string, value?: unknown) => JSON.stringify({ method, value })
const peertube = (method: string, params?: unknown) => JSON.stringify({ id: Math.floor(Math.random() * 1e6), method: `peertube::${method}`, params })

const dialects: Record<VideoHost, Dialect> = {
  youtube: {
    hello: [JSON.stringify({ event: 'listening', id: 1, channel: 'widget' })],
    play: youtube('playVideo'),
    pause: youtube('pauseVideo'),
    seek: time => youtube('seekTo', time, true),
    startAt: (embed, time) => `${embed}&autoplay=1&start=${Math.floor(time)}&origin=${encodeURIComponent(location.origin)}`,
    read: ({ event, info }) => event === 'infoDelivery' && info
      ? { ...typeof info.currentTime === 'number' && { time: info.currentTime }, ...typeof info.playerState === 'number' && { playing: info.playerState === 1 } }
      : event === 'onReady' || event === 'initialDelivery' ? {} : undefined,
  },
  vimeo: {
    hello: ['timeupdate', 'play', 'pause', 'seeked'].map(event => vimeo('addEventListener', event)),
    play: vimeo('play'),
    pause: vimeo('pause'),
    seek: time => vimeo('setCurrentTime', time),
    startAt: (embed, time) => `${embed}&autoplay=1#t=${Math.floor(time)}s`,
    read: ({ event, data }) => event ? { ...typeof data?.seconds === 'number' && { time: data.seconds }, ...event === 'play' && { playing: true }, ...event === 'pause' && { playing: false } } : undefined,
  },
  peertube: {
    hello: [JSON.stringify({ method: 'peertube::__ready', params: { type: 'ping' } })],
    play: peertube('play'),
    pause: peertube('pause'),
    seek: time => peertube('seek', time),
    startAt: (embed, time) => `${embed}&autoplay=1&start=${Math.floor(time)}s`,
    read: ({ method, params }) => method === 'peertube::playbackStatusUpdate'
      ? { time: params?.position, playing: params?.playbackState === 'playing' }
      : method === 'peertube::__ready' ? {} : undefined,
  },
}

/** Puts the player of a host in the place of what asked for it. */
export function openHost(place: HTMLElement, { kind, host, embed }: { kind: VideoHost, host: string, embed: string }, time: number, onChange: (state: State) => void): Host {
  const dialect = dialects[kind]
  const { origin } = new URL(embed)
  const frame = document.createElement('iframe')
  const send = (message: unknown) => frame.contentWindow?.postMessage(message, origin)
  const greet = setInterval(() => dialect.hello.forEach(send), 500)
  window.addEventListener('message', (event) => {
    if (event.origin !== origin || event.source !== frame.contentWindow)
      return
    const state = dialect.read(readMessage(event.data))
    if (!state)
      return
    clearInterval(greet)
    onChange(state)
  })
  frame.title = `Recording at ${host}`
  frame.allow = 'autoplay; fullscreen; picture-in-picture'
  frame.allowFullscreen = true
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  frame.src = dialect.startAt(embed, time)
  frame.addEventListener('load', () => dialect.hello.forEach(send))
  place.replaceWith(frame)
  frame.focus()
  return { play: () => send(dialect.play), pause: () => send(dialect.pause), seek: time => send(dialect.seek(time)) }
}

function readMessage(data: unknown): Record<string, any> {
  try {
    const value: unknown = typeof data === 'string' ? JSON.parse(data) : data
    return value && typeof value === 'object' ? value as Record<string, any> : {}
  }
  catch {
    return {}
  }
}
