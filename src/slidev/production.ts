import process from 'node:process'

/**
 * Runs a build, or what prepares it, as for readers, whatever `NODE_ENV` of who builds is: with another, decks would
 * tell where their files are on this disk.
 */
export function inProduction<T>(build: () => Promise<T>): Promise<T> {
  return keepNodeEnv(() => {
    process.env.NODE_ENV = 'production'
    return build()
  })
}

/** Puts `NODE_ENV` back to what it was, whatever the work makes of it. */
export async function keepNodeEnv<T>(work: () => Promise<T>): Promise<T> {
  const { NODE_ENV } = process.env
  try {
    return await work()
  }
  finally {
    if (NODE_ENV === undefined)
      delete process.env.NODE_ENV
    else
      process.env.NODE_ENV = NODE_ENV
  }
}
