import type { RunningServer } from '../browser/serve.ts'
import { listen } from '../browser/serve.ts'
import { escapeHtml } from '../core/escape.ts'
import { PAGE_STYLE } from './index-page.ts'
import { isRefused } from './strangers.ts'

export interface WaitingPage extends RunningServer {
  /** Says what is waited for; one text for each problem. */
  say: (problems: readonly string[]) => void
}

/** Asks until somebody else answers here. */
const SCRIPT = `
setInterval(async () => {
  const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => undefined)
  if (!answer) return
  if (answer.status !== 503) return location.reload()
  const text = new DOMParser().parseFromString(await answer.text(), 'text/html')
  document.querySelector('main').innerHTML = text.querySelector('main').innerHTML
}, 500)`

/**
 * Serves a page at every address, until the decks can be served there: it says that they come, or what is wrong with
 * the course, and gives way by itself.
 * @param first first port to try
 */
export async function serveWaitingPage(first: number): Promise<WaitingPage> {
  let problems: readonly string[] = []
  const server = await listen((request, response) => {
    if (isRefused(request)) {
      response.writeHead(403).end('Only for reading, and only from this machine.')
      return
    }
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '1' }).end(page(problems))
  }, first)
  return { ...server, say: now => problems = now }
}

function page(problems: readonly string[]): string {
  const text = problems.length
    ? `<h1>This course cannot be read yet</h1>${problems.map(problem => `<pre>${escapeHtml(problem)}</pre>`).join('')}
      <p>Save the file when it is fixed: the lectures appear here.</p>`
    : '<h1>The lectures are being prepared …</h1>'
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Docent</title>
  <link rel="icon" href="data:,">
  <style>${PAGE_STYLE}pre { white-space: pre-wrap }</style>
</head>
<body>
  <main>${text}</main>
  <script>${SCRIPT}</script>
</body>
</html>
`
}
