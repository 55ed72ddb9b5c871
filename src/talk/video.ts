import type { Problem } from '../core/errors.ts'
import type { Lecture } from '../course/course.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** Hosts of videos that a page can play, each from an address of its own that sets no cookie where there is one. */
export const videoHosts = ['youtube', 'vimeo', 'peertube'] as const
export type VideoHost = typeof videoHosts[number]

/** The recording of a lecture: a file of the course, in `public/` or beside the lecture, or a video of a host that is loaded only after a click. */
export type Video
  = | { kind: 'file', file: string, place: 'public' | 'lecture', path: string }
    | { kind: VideoHost, host: string, id: string, watch: string, embed: string }

/** What `video:` in the headmatter of a lecture names. */
export function videoOf(lecture: Lecture, root: string): { video?: Video, problem?: Problem } {
  const { video: value } = lecture
  if (value === undefined)
    return {}
  const where = { file: lecture.file, line: lecture.slides[0]?.keyLines.video ?? 1 }
  if (/^https?:\/\//.test(value)) {
    const video = hostedVideo(value)
    return video ? { video } : { problem: { message: `The video ${value} is at no host that the page can play; the page is made without it.`, hint: 'Give an address of YouTube, Vimeo or PeerTube, or put the file in public/.', ...where } }
  }
  const place = value.startsWith('/') ? 'public' : 'lecture'
  const file = place === 'public' ? path.join(root, 'public', value) : path.resolve(path.dirname(lecture.file), value)
  if (!existsSync(file))
    return { problem: { message: `The video ${value} does not exist; the page is made without it.`, hint: `Put it at ${path.relative(root, file)} or fix the path.`, ...where } }
  return { video: { kind: 'file', file, place, path: place === 'public' ? value.slice(1) : path.basename(file) } }
}

function hostedVideo(address: string): Video | undefined {
  if (!URL.canParse(address))
    return
  const { hostname, pathname, searchParams, origin } = new URL(address)
  const host = hostname.replace(/^(?:www|m)\./, '')
  const parts = pathname.split('/').filter(Boolean)
  if (host === 'youtu.be' || host === 'youtube.com' || host === 'youtube-nocookie.com') {
    const id = searchParams.get('v') ?? parts.at(-1)
    if (id && /^[\w-]{6,}$/.test(id))
      return { kind: 'youtube', host: 'YouTube', id, watch: `https://www.youtube.com/watch?v=${id}`, embed: `https://www.youtube-nocookie.com/embed/${id}?enablejsapi=1&rel=0&playsinline=1` }
  }
  else if (host === 'vimeo.com' || host === 'player.vimeo.com') {
    const id = parts.find(part => /^\d+$/.test(part))
    if (id)
      return { kind: 'vimeo', host: 'Vimeo', id, watch: `https://vimeo.com/${id}`, embed: `https://player.vimeo.com/video/${id}?dnt=1&api=1` }
  }
  else if (parts[0] === 'w' || (parts[0] === 'videos' && ['watch', 'embed'].includes(parts[1] ?? ''))) {
    const id = parts.at(-1)
    if (id && /^[\w-]{8,}$/.test(id))
      return { kind: 'peertube', host, id, watch: `${origin}/w/${id}`, embed: `${origin}/videos/embed/${id}?api=1&p2p=0&title=0&warningTitle=0` }
  }
}
