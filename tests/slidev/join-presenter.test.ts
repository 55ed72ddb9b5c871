import { BroadcastChannel } from 'node:worker_threads'
import { expect, it, onTestFinished, vi } from 'vitest'
import { joinPresenter } from '../../src/slidev/client/join-presenter.ts'

const nav = vi.hoisted(() => ({
  page: 1,
  isPresenter: { value: false },
  isPrintMode: { value: false },
  isEmbedded: { value: false },
  currentSlideNo: { value: 1 },
  clicks: { value: 0 },
  go: vi.fn(async (page: number, clicks: number) => {
    nav.currentSlideNo.value = page
    nav.clicks.value = clicks
  }),
  router: { isReady: async () => {} },
}))
vi.mock('@slidev/client', () => ({ configs: { slidesTitle: 'A lecture' }, useNav: () => nav }))

it('leaves windows of plain Slidev alone', () => {
  expect(() => joinPresenter()).not.toThrow()
})

it('goes on to where the presenter has gone while it was on its way', async () => {
  const window = { addEventListener: () => {} } as { addEventListener: () => void, parent?: unknown }
  window.parent = window
  vi.stubGlobal('window', window)
  vi.stubGlobal('location', { hash: '#/1' })
  vi.stubGlobal('__docent', { isJoining: false })
  const presenter = new BroadcastChannel('A lecture - docent')
  onTestFinished(() => {
    presenter.close()
    vi.unstubAllGlobals()
  })
  const places = [{ page: 3, clicks: 0 }, { page: 3, clicks: 1 }, { page: 4, clicks: 0 }]
  presenter.onmessage = () => presenter.postMessage(places.length > 1 ? places.shift() : places[0])
  joinPresenter()
  expect(globalThis.__docent.isJoining).toBe(true)
  await expect.poll(() => globalThis.__docent.isJoining, { timeout: 1900 }).toBe(false)
  expect(nav.go.mock.calls).toEqual([[3, 0], [3, 1], [4, 0]])
})
