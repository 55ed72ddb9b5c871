import type { ConsoleMessage, Page, Request, Response } from 'playwright-chromium'

/** What goes on in a page while a deck opens. */
interface Watch {
  /** What has gone wrong, in words. */
  faults: string[]
  /** Addresses on other hosts that were asked for. */
  asked: string[]
  /** Addresses that have not answered yet. */
  pending: ReadonlySet<string>
  unwatch: () => void
}

/** Errors of the page, requests that fail, and those that would leave this machine, collected as they come. */
export function watchFaults(page: Page, origin: string): Watch {
  const faults: string[] = []
  const asked: string[] = []
  const pending = new Set<string>()
  const onError = ({ message }: Error) => faults.push(firstLine(message))
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error' && /^Slide \d+ (?:failed to load|cannot be shown)/.test(message.text()))
      faults.push(firstLine(message.text()))
  }
  const onResponse = (response: Response) => {
    if (response.status() >= 400)
      faults.push(`${new URL(response.url()).pathname} is not there`)
  }
  const onRequest = (request: Request) => {
    const { protocol, origin: from } = new URL(request.url())
    if (/^https?:$/.test(protocol))
      pending.add(request.url())
    if (/^https?:$/.test(protocol) && from !== origin)
      asked.push(request.url())
  }
  const onEnd = (request: Request) => pending.delete(request.url())
  page.on('pageerror', onError).on('console', onConsole).on('response', onResponse)
  page.on('request', onRequest).on('requestfinished', onEnd).on('requestfailed', onEnd)
  const unwatch = () => {
    page.off('pageerror', onError).off('console', onConsole).off('response', onResponse)
    page.off('request', onRequest).off('requestfinished', onEnd).off('requestfailed', onEnd)
  }
  return { faults, asked, pending, unwatch }
}

function firstLine(text: string): string {
  return text.replace(/\n[\s\S]*/, '')
}
