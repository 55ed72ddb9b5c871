import type { Problem } from '../core/errors.ts'
import type { Lecture } from '../course/course.ts'
import type { VideoHost } from '../shared/page-model.ts'
import type { MediaKind } from './media-file.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { displayPath } from '../core/errors.ts'
import { typed } from '../core/typed.ts'
import { mediaKind } from './media-file.ts'

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

/** A recording that is named and that the page cannot play: it is not there, or at a host of which nothing is known. */
interface MissingVideo {
  kind: 'missing'
  /** Address at which it may be, where it is on another host. */
  address?: string
}

/**
 * The recording of a lecture: a file of the course, with pictures or without, a video of a host that is loaded only
 * after a click, or one that is not there.
 */
export type Video
  = | { kind: 'file', media: MediaKind, file: string, place: 'public' | 'lecture', path: string }
    | HostedVideo
    | MissingVideo

const HOST_HINT = 'Give an address of YouTube, Vimeo or PeerTube, or put the file in public/.'

/** What `video:` in the headmatter of a lecture names. */
export function videoOf(lecture: Lecture, root: string): { video?: Video, problem?: Problem } {
  const { video: value } = lecture
  if (value === undefined)
    return {}
  const tell = (message: string, hint: string): Problem => ({
    message,
    hint,
    file: lecture.file,
    line: lecture.slides[0]?.keyLines.video ?? 1,
  })
  const refuse = (fault: string, hint: string, address?: string) => ({
    video: { kind: 'missing', address } as const,
    problem: tell(`The video ${value} ${fault}; the page says so.`, hint),
  })
  if (/^https?:\/\//.test(value)) {
    const video = hostedVideo(value)
    return video ? { video } : refuse('is not at a host that the page can play', HOST_HINT, value)
  }
  const place = value.startsWith('/') ? 'public' : 'lecture'
  const folder = place === 'public' ? path.join(root, 'public') : path.dirname(lecture.file)
  const file = path.join(folder, value)
  if (!existsSync(file))
    return refuse('does not exist', `Put it at ${path.relative(root, file)} or fix the path.`)
  const media = mediaKind(file)
  const video: Video = {
    kind: 'file',
    media: media ?? 'video',
    file,
    place,
    path: place === 'public' ? value.slice(1) : path.basename(file),
  }
  if (media)
    return { video }
  const ending = path.extname(file)
  return {
    video,
    problem: tell(
      `Browsers do not play ${ending ? `a file of the kind ${ending}` : 'a file without an ending'}: ${value}.`,
      `Make one that they play: ${typed(`talk ${lecture.slug} --video ${displayPath(file)}`)}`,
    ),
  }
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
