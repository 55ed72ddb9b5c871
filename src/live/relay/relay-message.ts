import type { InkMessage } from '../../shared/ink-pages.ts'
import type { InkPage } from '../../shared/ink.ts'
import type { FollowerView, SlideMarkup } from '../../shared/live.ts'
import type { FollowerAction } from '../actions.ts'

/** What the laptop of a talk sends to its relay. */
export type ToRelay
  = | { kind: 'view', view: FollowerView }
    | { kind: 'slide', talk: string, number: number, click: number, markup: SlideMarkup }
    /** Bytes as base64. */
    | { kind: 'file', talk: string, path: string, bytes: string }
    /** What is drawn on a page that was shown, and a change of it. */
    | { kind: 'page', talk: string, number: number, board: number, page: InkPage }
    | { kind: 'ink', talk: string, message: InkMessage }
    | { kind: 'done', id: number, wrong?: string }

/** What somebody in the room wants, as the relay hands it on. */
export interface RelayedAct { id: number, action: FollowerAction, voter: string }
