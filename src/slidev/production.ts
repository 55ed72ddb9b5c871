import process from 'node:process'

/**
 * Runs a build as for readers, whatever `NODE_ENV` of who builds is: with another, decks would tell where their files
 * are on this disk.
 */
export async function inProduction<T>(build: () => Promise<T>): Promise<T> {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    return await build()
  }
  finally {
    if (NODE_ENV === undefined)
      delete process.env.NODE_ENV
    else
      process.env.NODE_ENV = NODE_ENV
  }
}
