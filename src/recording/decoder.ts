/** A part of a frame, in parts of its width and height. */
export interface FrameBox { x: number, y: number, width: number, height: number }

export interface FrameOptions {
  /** Seconds from which on frames are wanted; the start without it. */
  from?: number
  /** Whether one frame is wanted only: the one at that time, or one near it that is soon there. */
  only?: 'exact' | 'near'
  /** Frames a second. */
  rate: number
  /** Part of each frame that is wanted; all of it without this. */
  box?: FrameBox
  /** Pixels of the frames as they come. */
  width: number
  height: number
}

/** Decodes a video. */
export interface Decoder {
  /** Grey frames, in order: their seconds, and a byte a pixel, row by row. */
  frames: (options: FrameOptions) => AsyncIterable<{ time: number, data: Uint8Array }>
}
