import { Buffer } from 'node:buffer'
import { inflateRawSync } from 'node:zlib'

/** Something on another host that a slide shows. */
export interface RemoteThing {
  /** What it is, e.g. `picture`. */
  what: string
  /** Where a person finds it. */
  address: string
  /** What its author calls it. */
  name?: string
  /** The text that it is drawn from. */
  source?: string
}

type Attributes = Readonly<Record<string, string>>

/** Components of Slidev that show what another host has, by their names in small letters. */
export const embeds: Readonly<Record<string, (attributes: Attributes) => RemoteThing | undefined>> = {
  youtube: ({ id }) => id === undefined ? undefined : { what: 'YouTube video', address: youtubeAddress(id) },
  tweet: ({ id, url }) => {
    const address = url ?? (id && `https://x.com/i/status/${id}`)
    return address ? { what: 'post on X', address } : undefined
  },
  bluesky: ({ uri }) => uri === undefined ? undefined : { what: 'post on Bluesky', address: blueskyAddress(uri) },
  plantuml: ({ code, server = 'https://www.plantuml.com/plantuml' }) => code === undefined
    ? undefined
    : { what: 'PlantUML diagram', address: `${server}/svg/${code}`, source: decodePlantUml(code) },
}

/** The page of a video, which a person opens, by the id that the component gets. */
function youtubeAddress(id: string): string {
  const [video, query = ''] = id.split('?')
  const start = new URLSearchParams(query).get('start')
  return `https://www.youtube.com/watch?v=${video}${start ? `&t=${start}` : ''}`
}

function blueskyAddress(uri: string): string {
  const [, did, post] = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/?#]+)/.exec(uri) ?? []
  return did ? `https://bsky.app/profile/${did}/post/${post}` : uri
}

const PLANTUML = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The text of a diagram from the letters that stand for it in an address. */
function decodePlantUml(code: string): string | undefined {
  const base64 = code.replace(/./g, letter => BASE64[PLANTUML.indexOf(letter)] ?? '')
  try {
    return inflateRawSync(Buffer.from(base64, 'base64')).toString('utf8')
  }
  catch {
    return undefined
  }
}
