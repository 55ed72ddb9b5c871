/** What long work says while it runs. */
export interface Progress {
  /** Begins a step; the one before it is done. */
  step: (label: string) => void
  /** How far the step is. */
  count: (done: number, total?: number) => void
  /** Ends the last step. */
  done: () => void
}
