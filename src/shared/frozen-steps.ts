/** The slides of a lecture with all their steps as HTML, for shadow roots: `frozen.json` beside the lecture's page. */
export interface FrozenSteps {
  /** Address of the style sheet that each shadow root needs. Addresses are those from the page. */
  sheet: string
  /** Pixels of a slide. */
  width: number
  height: number
  /** HTML by slide and clicks done, both in order; the last of a slide is what its page shows. */
  slides: string[][]
}

/** Name of the file in the lecture's folder. */
export const FROZEN_FILE = 'frozen.json'
