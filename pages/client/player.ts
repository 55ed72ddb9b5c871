import type { VideoHost } from '../../src/shared/page-model.ts'
import type { HostPlayer } from './video-hosts.ts'

/** Where a recording comes from, as the page's data says it. */
export type PlayerSource = { kind: 'file' } | HostedSource

interface HostedSource { kind: VideoHost, host: string, embed: string }

/** A recording that plays, be it a file of the site or the player of a host. */
interface Player {
  /** Seconds. */
  time: () => number
  playing: () => boolean
  seek: (time: number) => void
  toggle: () => void
  /** Calls back whenever time or state have changed. */
  onChange: (callback: () => void) => void
}

/** The player of a page's recording. That of a host is loaded only when the reader asks for it. */
export function openPlayer(stage: HTMLElement, source: PlayerSource): Player {
  return source.kind === 'file' ? filePlayer(stage.querySelector('video')!) : hostedPlayer(stage, source)
}

const CHANGES = ['timeupdate', 'seeking', 'seeked', 'play', 'pause', 'loadedmetadata']

function filePlayer(video: HTMLVideoElement): Player {
  if (matchMedia('(prefers-color-scheme: dark)').matches)
    video.poster = video.poster.replace(/\.webp$/, '-dark.webp')
  return {
    time: () => video.currentTime,
    playing: () => !video.paused,
    seek: time => void (video.currentTime = time),
    toggle: () => void (video.paused ? video.play() : video.pause()),
    onChange: callback => CHANGES.forEach(type => video.addEventListener(type, callback)),
  }
}

function hostedPlayer(stage: HTMLElement, source: HostedSource): Player {
  const place = stage.querySelector<HTMLElement>('.stage-hosted')!
  const button = place.querySelector<HTMLButtonElement>('[data-load]')!
  const callbacks: (() => void)[] = []
  const state = { time: 0, playing: false }
  const tell = () => callbacks.forEach(callback => callback())
  let loaded: Promise<HostPlayer> | undefined
  const load = () => loaded ??= import('./video-hosts.ts').then(({ openHostPlayer }) =>
    openHostPlayer(place, {
      video: source,
      time: state.time,
      onChange(change) {
        Object.assign(state, change)
        tell()
      },
    }))
  button.hidden = false
  button.addEventListener('click', () => void load())
  return {
    time: () => state.time,
    playing: () => state.playing,
    seek(time) {
      state.time = time
      void loaded?.then(player => player.seek(time))
      tell()
    },
    toggle: () => void load().then(player => state.playing ? player.pause() : player.play()),
    onChange: callback => void callbacks.push(callback),
  }
}
