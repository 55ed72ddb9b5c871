import { createGenerator, presetWebFonts } from 'unocss'
import { afterEach, expect, it, vi } from 'vitest'
import { tellWebFonts } from '../../src/slidev/web-fonts.ts'

afterEach(() => void vi.unstubAllEnvs())

it('says in a sentence that the typefaces of another host cannot be had, once for each host', async () => {
  vi.stubEnv('CI', undefined)
  const error = vi.spyOn(console, 'error').mockReturnValue()
  const stop = tellWebFonts()
  const customFetch = () => Promise.reject(new Error('getaddrinfo ENOTFOUND'))
  for (const font of ['Caveat', 'Lato']) {
    const uno = await createGenerator({ presets: [presetWebFonts({ provider: 'google', fonts: { hand: font }, customFetch })] })
    await uno.generate('font-hand')
  }
  console.error(new Error('another one'))
  stop()
  expect(error.mock.calls).toEqual([
    [expect.stringMatching(/^warning uno\.config\.ts: the web fonts of fonts\.googleapis\.com cannot be fetched, .*\.$/m)],
    [new Error('another one')],
  ])
  error.mockRestore()
})
