/** What `RemoteStill` shows in place of something that lies on another host. */
export interface Still {
  /** What it is, in words. */
  what: string
  label: string
  address: string
  /** The address as people read it. */
  shown: string
  /** The data of the QR code's path, and its modules on a side. */
  qr: string
  size: number
}

/** Where on a slide a still stands that its front matter asks for; `corner` where something else is shown there. */
export type StillPlace = 'left' | 'right' | 'whole' | 'corner'

/** A still that stands for a key of a slide's front matter. */
export interface PlacedStill extends Still { key: string, place: StillPlace }
