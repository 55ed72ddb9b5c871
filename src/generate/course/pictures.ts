import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** A picture of a document that the course gets. */
export interface Picture {
  /** As the document names it. */
  url: string
  /** Absolute path of the file that is copied. */
  from: string
  /** Path below the course's `public/`, with slashes. */
  to: string
}

export interface PictureFolders {
  /** The document. */
  file: string
  /** Folder of the lecture's pictures below `public/`. */
  target: string
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

  /** The address of a picture in the deck, or undefined where its file is not there. */
  addressOf = (url: string): string | undefined => {
    this.#asked.add(url)
    const known = this.found.get(url)
    if (known)
      return `/${known.to}`
    const from = this.missing.has(url) ? undefined : this.#find(url)
    if (!from) {
      this.missing.add(url)
      return undefined
    }
    const picture = { url, from, to: this.#freeName(from) }
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

  #find(url: string): string | undefined {
    if (/^data:/i.test(url))
      return undefined
    const name = safeDecode(url.replace(/[?#].*$/, ''))
    const byName = this.#assets.get(path.posix.basename(name).toLowerCase())
    if (/^(?:[a-z][a-z\d+.-]+:)?\/\//i.test(url) || this.#folders.file === '-')
      return byName
    return placesOf(path.dirname(this.#folders.file), name.replace(/^\/+/, '')).find(isPicture) ?? byName
  }

  #freeName(from: string): string {
    const { name, ext } = path.parse(from)
    const plain = name.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '')
    const taken = new Map(Array.from(this.found.values(), ({ from, to }) => [to, from]))
    for (let n = 1; ; n++) {
      const to = `${this.#folders.target}/${plain || 'picture'}${n > 1 ? `-${n}` : ''}${ext.toLowerCase()}`
      if (!taken.has(to) || taken.get(to) === from)
        return to
    }
  }
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

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  }
  catch {
    return text
  }
}
