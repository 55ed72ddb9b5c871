import type { VideoHost } from '../../src/shared/page-model.ts'
import type { HostPlayer } from './video-hosts.ts'

/** Where a recording comes from, as the page's data says it. */
export type PlayerSource = { kind: 'file' } | { kind: 'missing' } | HostedSource

interface HostedSource { kind: VideoHost, host: string, embed: string }

/** A recording that plays: a file of the site, the player of a host, or nothing but its time. */
export interface Player {
  /** Seconds. */
  time: () => number
  playing: () => boolean
  seek: (time: number) => void
  toggle: () => void
  /** Sets how many times as fast as it was recorded it plays. */
  setSpeed: (speed: number) => void
  /** Calls back whenever time or state have changed. */
  onChange: (callback: () => void) => void
}

/** The player of a page's recording. Nothing of a recording is loaded before the reader asks for a part of it. */
export function openPlayer(stage: HTMLElement, source: PlayerSource): Player {
  switch (source.kind) {
    case 'file': return filePlayer(stage)
    case 'missing': return timeAlone()
    default: return hostedPlayer(stage, source)
  }
}

const CHANGES = ['timeupdate', 'seeking', 'seeked', 'play', 'pause', 'loadedmetadata']

function filePlayer(stage: HTMLElement): Player {
  const media = stage.querySelector<HTMLMediaElement>('video, audio')!
  const fault = stage.querySelector<HTMLElement>('.stage-fault')!
  // It may have failed before this script came.
  const tell = () => void (fault.hidden = !media.error)
  media.addEventListener('error', tell)
  media.addEventListener('loadedmetadata', tell)
  tell()
  return {
    time: () => media.currentTime,
    playing: () => !media.paused,
    seek(time) {
      // The picture of that moment takes the place of the poster.
      media.preload = 'metadata'
      media.currentTime = time
    },
    toggle: () => void (media.paused ? media.play().catch(tell) : media.pause()),
    setSpeed(speed) {
      media.defaultPlaybackRate = speed
      media.playbackRate = speed
    },
    onChange: callback => CHANGES.forEach(type => media.addEventListener(type, callback)),
  }
}

/** Without a recording its moments are still there to walk through. */
function timeAlone(): Player {
  let now = 0
  return {
    time: () => now,
    playing: () => false,
    seek: time => void (now = time),
    toggle: () => undefined,
    setSpeed: () => undefined,
    onChange: () => undefined,
  }
}

function hostedPlayer(stage: HTMLElement, source: HostedSource): Player {
  const place = stage.querySelector<HTMLElement>('.stage-hosted')!
  const button = place.querySelector<HTMLButtonElement>('[data-load]')!
  const callbacks: (() => void)[] = []
  const state = { time: 0, playing: false }
  const tell = () => callbacks.forEach(callback => callback())
  let speed = 1
  let loaded: Promise<HostPlayer> | undefined
  const load = () => loaded ??= import('./video-hosts.ts').then(({ openHostPlayer }) =>
    openHostPlayer(place, {
      video: source,
      time: state.time,
      speed,
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
    // Its address says that it plays at once.
    toggle: () => void (loaded ? loaded.then(player => state.playing ? player.pause() : player.play()) : load()),
    setSpeed(wanted) {
      speed = wanted
      void loaded?.then(player => player.setSpeed(wanted))
    },
    onChange: callback => void callbacks.push(callback),
  }
}
