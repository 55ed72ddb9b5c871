/** Lays out the slides of an open print view anew, those of the numbers in `detail`, with a page for each step. */
export const STEPS_EVENT = 'docent:steps'
