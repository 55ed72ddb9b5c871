import type { Problem } from '../core/errors.ts'
import type { Lecture } from '../course/course.ts'
import type { VideoHost } from '../shared/page-model.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** A video at a host that a page can play, from an address that sets no cookie where the host has one. */
interface HostedVideo {
  kind: VideoHost
  /** Name of the host, as people know it. */
  host: string
  id: string
  /** Address of the page on which people watch it. */
  watch: string
  /** Address for a frame. */
  embed: string
}

/** The recording of a lecture: a file of the course, or a video of a host that is loaded only after a click. */
export type Video
  = | { kind: 'file', file: string, place: 'public' | 'lecture', path: string }
    | HostedVideo

const HOST_HINT = 'Give an address of YouTube, Vimeo or PeerTube, or put the file in public/.'

/** What `video:` in the headmatter of a lecture names. */
export function videoOf(lecture: Lecture, root: string): { video?: Video, problem?: Problem } {
  const { video: value } = lecture
  if (value === undefined)
    return {}
  const refuse = (fault: string, hint: string) => ({
    problem: {
      message: `The video ${value} ${fault}; the page is made without it.`,
      hint,
      file: lecture.file,
      line: lecture.slides[0]?.keyLines.video ?? 1,
    },
  })
  if (/^https?:\/\//.test(value)) {
    const video = hostedVideo(value)
    return video ? { video } : refuse('is not at a host that the page can play', HOST_HINT)
  }
  const place = value.startsWith('/') ? 'public' : 'lecture'
  const folder = place === 'public' ? path.join(root, 'public') : path.dirname(lecture.file)
  const file = path.join(folder, value)
  if (!existsSync(file))
    return refuse('does not exist', `Put it at ${path.relative(root, file)} or fix the path.`)
  return { video: { kind: 'file', file, place, path: place === 'public' ? value.slice(1) : path.basename(file) } }
}

function hostedVideo(address: string): HostedVideo | undefined {
  if (!URL.canParse(address))
    return
  const { hostname, pathname, searchParams, origin } = new URL(address)
  const host = hostname.replace(/^(?:www|m)\./, '')
  const parts = pathname.split('/').filter(Boolean)
  if (host === 'youtu.be' || host === 'youtube.com' || host === 'youtube-nocookie.com')
    return youtubeVideo(searchParams.get('v') ?? parts.at(-1))
  if (host === 'vimeo.com' || host === 'player.vimeo.com')
    return vimeoVideo(parts.find(part => /^\d+$/.test(part)))
  if (parts[0] === 'w' || (parts[0] === 'videos' && ['watch', 'embed'].includes(parts[1] ?? '')))
    return peertubeVideo(host, origin, parts.at(-1))
}

function youtubeVideo(id: string | undefined): HostedVideo | undefined {
  if (!id || !/^[\w-]{6,}$/.test(id))
    return
  return {
    kind: 'youtube',
    host: 'YouTube',
    id,
    watch: `https://www.youtube.com/watch?v=${id}`,
    embed: `https://www.youtube-nocookie.com/embed/${id}?enablejsapi=1&rel=0&playsinline=1`,
  }
}

function vimeoVideo(id: string | undefined): HostedVideo | undefined {
  if (!id)
    return
  return {
    kind: 'vimeo',
    host: 'Vimeo',
    id,
    watch: `https://vimeo.com/${id}`,
    embed: `https://player.vimeo.com/video/${id}?dnt=1&api=1`,
  }
}

function peertubeVideo(host: string, origin: string, id: string | undefined): HostedVideo | undefined {
  if (!id || !/^[\w-]{8,}$/.test(id))
    return
  return {
    kind: 'peertube',
    host,
    id,
    watch: `${origin}/w/${id}`,
    embed: `${origin}/videos/embed/${id}?api=1&p2p=0&title=0&warningTitle=0`,
  }
}
