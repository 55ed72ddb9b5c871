/** What `docent` can do, each a file of `scripts/`, with a line of its help. */
export const COMMANDS: Record<string, string>
