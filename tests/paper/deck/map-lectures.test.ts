import type { Browser } from 'playwright-chromium'
import type { LazyBrowser } from '../../../src/browser/launch.ts'
import type { Lecture } from '../../../src/course/course.ts'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/core/errors.ts'
import { mapLectures } from '../../../src/paper/deck/map-lectures.ts'

const lectures = ['one', 'two', 'three', 'four'].map(title => ({ title, file: `/${title}.md` }) as Lecture)

/** A browser that can be killed, and counts how often it was started. */
function mortalBrowser() {
  const state = { starts: 0, alive: false }
  const start = async () => {
    state.starts++
    state.alive = true
    const born = state.starts
    return { isConnected: () => state.alive && born === state.starts } as Browser
  }
  let current: Promise<Browser> | undefined
  const lazy: LazyBrowser = { get: () => current ??= start(), restart: () => current = start(), close: async () => undefined }
  const kill = () => {
    state.alive = false
    throw new Error('Target page, context or browser has been closed')
  }
  return { lazy, state, kill }
}

describe('printing lectures', () => {
  it('goes on after the browser has died once, and keeps the order', async () => {
    const { lazy, state, kill } = mortalBrowser()
    let deaths = 0
    const done = await mapLectures(lazy, lectures, async (_, { title }) => title === 'two' && deaths++ === 0 ? kill() : title)
    expect(done).toEqual(['one', 'two', 'three', 'four'])
    expect(state.starts).toBe(2)
  })

  it('names the lecture that kills the browser', async () => {
    const { lazy, state, kill } = mortalBrowser()
    await expect(mapLectures(lazy, lectures, async (_, { title }) => title === 'three' ? kill() : title))
      .rejects
      .toThrow('The browser does not survive the lecture "three": it was started again and died again.')
    expect(state.starts).toBe(2)
  })

  it('does not start the browser again for what an author can fix', async () => {
    const { lazy, state } = mortalBrowser()
    await expect(mapLectures(lazy, lectures, async () => {
      throw new UserError('A picture is missing.')
    })).rejects.toThrow('A picture is missing.')
    expect(state.starts).toBe(1)
  })

  it('says together what is wrong with all lectures', async () => {
    const { lazy } = mortalBrowser()
    const error = await mapLectures(lazy, lectures, async (_, { title }) => {
      if (title !== 'two')
        throw new UserError(`${title} fails.`)
    }).catch((error: unknown) => error)
    expect((error as UserError).problems.map(({ message }) => message).sort()).toEqual(['four fails.', 'one fails.', 'three fails.'])
  })
})
