import { Buffer } from 'node:buffer'
import { existsSync, readdirSync, statSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { decodedPart } from '../../core/decode.ts'
import { isRemote } from '../../remote/address.ts'

/** A picture of a document that the course gets. */
export interface Picture {
  /** As the document names it. */
  url: string
  /** Absolute path of the file that is copied, or its bytes where it is part of the document. */
  from: string | Uint8Array
  /** Path below the course's `public/`, with slashes. */
  to: string
}

export interface PictureFolders {
  /** The document. */
  file: string
  /** Folder of the lecture's pictures below `public/`. */
  target: string
  /** Pictures that are part of the document, by their addresses in it. */
  media?: ReadonlyMap<string, Uint8Array>
}

/** The pictures of one lecture. */
export interface TakenPictures {
  found: Picture[]
  missing: string[]
}

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i

/** Folders above a document in which a picture is looked for. */
const MAX_UP = 5
/** What generators of sites call the folder of their static files. */
const STATIC_FOLDERS = ['', 'static', 'public', 'assets', 'docs']
/** Folders that hold pictures without the folders of their addresses. */
const PICTURE_FOLDERS = ['fig', 'images', 'img']

/** Finds the pictures of a document's lectures: beside the document, above it, or by name in the folder of assets. */
export class PictureFinder {
  readonly found = new Map<string, Picture>()
  readonly missing = new Set<string>()
  #asked = new Set<string>()
  readonly #folders: PictureFolders
  readonly #assets: Map<string, string>

  /** @param assets paths of pictures by their names */
  constructor(folders: PictureFolders, assets: Map<string, string>) {
    this.#folders = folders
    this.#assets = assets
  }

  /**
   * The address of a picture in the deck, or undefined where its file is not there. One on another host keeps its own:
   * decks show its link and QR code, or the picture where the course says so.
   */
  addressOf = (url: string): string | undefined => {
    this.#asked.add(url)
    const known = this.found.get(url)
    if (known)
      return `/${known.to}`
    const from = this.missing.has(url) ? undefined : this.#find(url)
    if (!from) {
      this.missing.add(url)
      return isRemote(url) ? url : undefined
    }
    const picture = { url, from, to: this.#freeName(url, from) }
    this.found.set(url, picture)
    return `/${picture.to}`
  }

  /** The pictures that were asked for since the last call. */
  take(): TakenPictures {
    const asked = [...this.#asked]
    this.#asked = new Set()
    return {
      found: asked.flatMap(url => this.found.get(url) ?? []),
      missing: asked.filter(url => this.missing.has(url)),
    }
  }

  #find(url: string): string | Uint8Array | undefined {
    const inside = this.#folders.media?.get(url)
    if (inside)
      return inside
    if (/^data:/i.test(url))
      return pictureInAddress(url)?.bytes
    const name = decodedPart(url.replace(/[?#].*$/, ''))
    const byName = this.#assets.get(path.posix.basename(name).toLowerCase())
    if (/^(?:[a-z][a-z\d+.-]+:)?\/\//i.test(url) || this.#folders.file === '-')
      return byName
    return placesOf(path.dirname(this.#folders.file), name.replace(/^\/+/, '')).find(isPicture) ?? byName
  }

  #freeName(url: string, from: string | Uint8Array): string {
    const { name, ext } = path.parse(typeof from === 'string' ? from : nameInside(url))
    const plain = name.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '')
    const taken = new Map(Array.from(this.found.values(), ({ from, to }) => [to, from]))
    for (let n = 1; ; n++) {
      const to = `${this.#folders.target}/${plain || 'picture'}${n > 1 ? `-${n}` : ''}${ext.toLowerCase()}`
      if (!taken.has(to) || taken.get(to) === from)
        return to
    }
  }
}

/** Pictures that an address can hold, by the types that it names. */
const TYPES: Readonly<Record<string, string>> = {
  'png': 'png',
  'jpeg': 'jpg',
  'jpg': 'jpg',
  'gif': 'gif',
  'webp': 'webp',
  'avif': 'avif',
  'svg+xml': 'svg',
}

/** The picture that a `data:` address holds. */
function pictureInAddress(url: string): { bytes: Uint8Array, ending: string } | undefined {
  const [, type = '', parameters = '', data = ''] = /^data:image\/([\w+]+)((?:;[^,;]*)*),(.+)$/is.exec(url) ?? []
  const ending = TYPES[type.toLowerCase()]
  if (!ending)
    return undefined
  const isBase64 = /;base64$/i.test(parameters)
  return { ending, bytes: isBase64 ? Buffer.from(data, 'base64') : Buffer.from(decodedPart(data)) }
}

/** What a picture that is part of a document is called. */
function nameInside(url: string): string {
  return /^data:/i.test(url) ? `picture.${pictureInAddress(url)!.ending}` : url
}

/** The bytes of a picture. */
export async function bytesOf({ from }: Picture): Promise<Uint8Array> {
  return typeof from === 'string' ? fs.readFile(from) : from
}

/**
 * Where a picture can be: beside the document, or for an address of a site in the folders above and in what they call
 * their static files.
 */
function placesOf(folder: string, name: string): string[] {
  const places = [path.resolve(folder, name)]
  let up = folder
  for (let i = 0; i < MAX_UP && up !== path.dirname(up); i++) {
    places.push(
      ...STATIC_FOLDERS.map(base => path.join(up, base, name)),
      ...PICTURE_FOLDERS.map(base => path.join(up, base, path.basename(name))),
    )
    up = path.dirname(up)
  }
  return places
}

/** Pictures of a folder by their names in lower case, with and without their endings. */
export function picturesByName(folder: string | undefined): Map<string, string> {
  const names = new Map<string, string>()
  if (!folder)
    return names
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().map(file => path.join(folder, file))
  for (const file of files.filter(isPicture)) {
    const { base, name } = path.parse(file)
    for (const key of [base.toLowerCase(), nameSlug(name)]) {
      if (!names.has(key))
        names.set(key, file)
    }
  }
  return names
}

/** A name as alt texts and file names have it in common. */
export function nameSlug(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
}

function isPicture(file: string): boolean {
  return PICTURE.test(file) && existsSync(file) && statSync(file).isFile()
}
