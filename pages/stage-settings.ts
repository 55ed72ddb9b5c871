/** How video, slide and text of a recorded lecture are laid out; the first one is where nobody chooses. */
export const stageViews = [
  { name: 'text', words: 'viewText' },
  { name: 'theatre', words: 'viewTheatre' },
  { name: 'both', words: 'viewBoth' },
  { name: 'article', words: 'viewArticle' },
] as const

/** How many times as fast as it was recorded a talk may play, ascending. */
export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const
