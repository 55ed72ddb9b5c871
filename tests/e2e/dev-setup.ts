import { launchBrowserServer } from '../../scripts/lib/browser/launch.ts'
import { serveFolder } from '../../scripts/lib/serve.ts'

export default async function setup({ provide }: any) {
  const browser = await launchBrowserServer()
  provide('browser', browser.wsEndpoint())
  const s = await serveFolder('/tmp/talks-dist')
  provide('talks', { folder: '/tmp/talks-dist', origin: s.origin })
  return async () => { await s.close(); await browser.close() }
}
