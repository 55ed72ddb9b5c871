/** Who reads speaker notes: the companion page, the three copies of a handout, the presenter's view. */
export const noteReaders = ['web', 'student', 'key', 'instructor', 'presenter'] as const
export type NoteReader = typeof noteReaders[number]
