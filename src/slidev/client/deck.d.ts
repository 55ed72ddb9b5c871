import type { SlideRoute } from '@slidev/types'
import type { JoinView } from '../../shared/live.ts'

declare global {
  /** What the server of a talk says in a deck that it gives out. */
  // eslint-disable-next-line vars-on-top
  var __docentLive: { lecture: string, join?: JoinView } | undefined

  /** What the entry of a deck hands over to everything in it. */
  // eslint-disable-next-line vars-on-top
  var __docent: {
    slides: { no: number, meta: SlideRoute['meta'] }[]
    config: Record<string, unknown>
    /** Numbers that its slides have in the whole course, in the server for writing. */
    places?: number[]
    /** Whether the deck has still to hear where its presenter is. */
    isJoining?: boolean
  }
}
