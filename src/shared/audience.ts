/** Who a build is for: `public` decks hold nothing that is withheld or private, the `presenter`'s hold everything. */
export const audiences = ['public', 'presenter'] as const
export type Audience = typeof audiences[number]
