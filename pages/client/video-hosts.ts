import type { VideoHost } from '../../src/shared/page-model.ts'
import { say } from './words.ts'

/** What the player of a host is told. */
export interface HostPlayer {
  play: () => void
  pause: () => void
  seek: (time: number) => void
  setSpeed: (speed: number) => void
}

interface HostPlayerOptions {
  video: { kind: VideoHost, host: string, embed: string }
  /** Seconds at which it starts. */
  time: number
  /** How fast it plays from then on. */
  speed: number
  /** Called with what the player tells of itself. */
  onChange: (state: PlayerState) => void
}

/** As far as the player has told it. */
interface PlayerState { time?: number, playing?: boolean }

type Message = Record<string, unknown>

/** How the player of a host speaks in messages between windows. */
interface Protocol {
  /** Sent until it answers. */
  hello: string[]
  play: string
  pause: string
  seek: (time: number) => string
  setSpeed: (speed: number) => string
  /** Address that starts at a time. */
  startAt: (embed: string, time: number) => string
  /** Nothing where a message is not one of the player's. */
  read: (message: Message) => PlayerState | undefined
}

const youtube = (func: string, ...args: unknown[]) => JSON.stringify({ event: 'command', func, args })
const vimeo = (method: string, value?: unknown) => JSON.stringify({ method, value })
function peertube(method: string, params?: unknown) {
  return JSON.stringify({ id: Math.floor(Math.random() * 1e6), method: `peertube::${method}`, params })
}

const protocols: Record<VideoHost, Protocol> = {
  youtube: {
    hello: [JSON.stringify({ event: 'listening', id: 1, channel: 'widget' })],
    play: youtube('playVideo'),
    pause: youtube('pauseVideo'),
    seek: time => youtube('seekTo', time, true),
    setSpeed: speed => youtube('setPlaybackRate', speed),
    startAt: (embed, time) =>
      `${embed}&autoplay=1&start=${Math.floor(time)}&origin=${encodeURIComponent(location.origin)}`,
    read({ event, info }) {
      if (event === 'onReady' || event === 'initialDelivery')
        return {}
      if (event !== 'infoDelivery' || !info)
        return
      const { currentTime, playerState } = fieldsOf(info)
      return stateOf(currentTime, typeof playerState === 'number' ? playerState === 1 : undefined)
    },
  },
  vimeo: {
    hello: ['timeupdate', 'play', 'pause', 'seeked'].map(event => vimeo('addEventListener', event)),
    play: vimeo('play'),
    pause: vimeo('pause'),
    seek: time => vimeo('setCurrentTime', time),
    setSpeed: speed => vimeo('setPlaybackRate', speed),
    startAt: (embed, time) => `${embed}&autoplay=1#t=${Math.floor(time)}s`,
    read({ event, data }) {
      if (!event)
        return
      const { seconds } = fieldsOf(data)
      return stateOf(seconds, event === 'play' || event === 'pause' ? event === 'play' : undefined)
    },
  },
  peertube: {
    hello: [JSON.stringify({ method: 'peertube::__ready', params: { type: 'ping' } })],
    play: peertube('play'),
    pause: peertube('pause'),
    seek: time => peertube('seek', time),
    setSpeed: speed => peertube('setPlaybackRate', speed),
    startAt: (embed, time) => `${embed}&autoplay=1&start=${Math.floor(time)}s`,
    read({ method, params }) {
      if (method === 'peertube::__ready')
        return {}
      if (method !== 'peertube::playbackStatusUpdate')
        return
      const { position, playbackState } = fieldsOf(params)
      return stateOf(position, playbackState === 'playing')
    },
  },
}

/** Puts the player of a host in the place of what asked for it. */
export function openHostPlayer(place: HTMLElement, { video, time, speed, onChange }: HostPlayerOptions): HostPlayer {
  const { kind, host, embed } = video
  const protocol = protocols[kind]
  const { origin } = new URL(embed)
  const frame = document.createElement('iframe')
  const send = (message: string) => frame.contentWindow?.postMessage(message, origin)
  const greet = () => protocol.hello.forEach(send)
  const greeting = setInterval(greet, 500)
  let isGreeted = false
  window.addEventListener('message', (event) => {
    if (event.origin !== origin || event.source !== frame.contentWindow)
      return
    const state = protocol.read(readMessage(event.data))
    if (!state)
      return
    if (!isGreeted && speed !== 1)
      send(protocol.setSpeed(speed))
    isGreeted = true
    clearInterval(greeting)
    onChange(state)
  })
  frame.title = say('recordingAt', { host })
  frame.allow = 'autoplay; fullscreen; picture-in-picture'
  frame.allowFullscreen = true
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  frame.src = protocol.startAt(embed, time)
  frame.addEventListener('load', greet)
  place.replaceWith(frame)
  frame.focus()
  return {
    play: () => send(protocol.play),
    pause: () => send(protocol.pause),
    seek: time => send(protocol.seek(time)),
    setSpeed: speed => send(protocol.setSpeed(speed)),
  }
}

/** A state of what a message says for certain. */
function stateOf(time: unknown, playing: boolean | undefined): PlayerState {
  return { ...typeof time === 'number' && { time }, ...playing !== undefined && { playing } }
}

/** Some players send text, others values. */
function readMessage(data: unknown): Message {
  try {
    return fieldsOf(typeof data === 'string' ? JSON.parse(data) : data)
  }
  catch {
    return {}
  }
}

function fieldsOf(value: unknown): Message {
  return value && typeof value === 'object' ? value as Message : {}
}
