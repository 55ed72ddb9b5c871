import type { OfflinePlan } from '../../src/shared/offline-plan.ts'
import { COURSE, fetchPlan, filesOf, forget, keepGroups, readRecord } from './kept-files.ts'
import { say } from './words.ts'

/** Offers to keep a lecture or the course in the browser, and brings up to date what somebody has asked to keep. */
export function setUpOffline(root: URL): void {
  const place = document.querySelector<HTMLElement>('.offline')
  if (!place || !('serviceWorker' in navigator) || !('caches' in window) || !/^https?:$/.test(location.protocol))
    return
  navigator.serviceWorker.register(new URL('sw.js', root), { updateViaCache: 'none' }).catch(() => {})
  const scope = root.href
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (!connection?.saveData)
    void refresh(scope).catch(() => {})
  // What it costs is asked for when somebody comes near.
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting))
      return
    observer.disconnect()
    void offer(place, scope).catch(() => {})
  }, { rootMargin: '200px' }).observe(place.parentElement!)
}

/** Brings what is kept to the newest build. */
async function refresh(scope: string): Promise<void> {
  const { version, groups } = await readRecord(scope)
  if (!groups.length)
    return
  const plan = await fetchPlan(scope)
  if (plan.version !== version)
    await keepGroups(scope, { plan, groups: groups.filter(group => group === COURSE || plan.lectures[group]) })
}

async function offer(place: HTMLElement, scope: string): Promise<void> {
  const [plan, { groups }] = await Promise.all([fetchPlan(scope), readRecord(scope)])
  const status = document.createElement('span')
  status.setAttribute('role', 'status')
  const { lecture } = place.dataset
  const wanted = [
    ...lecture ? [[lecture, say('keepLecture')] as const] : [],
    [COURSE, say('keepCourse')] as const,
  ]
  const buttons = wanted
    .filter(([group]) => !groups.includes(group) && !groups.includes(COURSE))
    .map(([group, label]) => keepButton(plan, { group, label, scope, status }))
  const again = () => {
    place.replaceChildren()
    void offer(place, scope)
  }
  const remove = document.createElement('button')
  remove.type = 'button'
  remove.textContent = say('keepNothing')
  remove.addEventListener('click', () => void forget(scope).then(again))
  if (groups.includes(COURSE))
    status.textContent = say('courseIsKept')
  else if (lecture && groups.includes(lecture))
    status.textContent = say('lectureIsKept')
  place.replaceChildren(...buttons, ...groups.length ? [remove] : [], status)
  place.hidden = false
}

interface Keeping { group: string, label: string, scope: string, status: HTMLElement }

function keepButton(plan: OfflinePlan, { group, label, scope, status }: Keeping): HTMLButtonElement {
  const files = filesOf(plan, group)
  const bytes = files.reduce((sum, file) => sum + plan.files[file]![1], 0)
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = `${label} (${megabytes(bytes)})`
  button.addEventListener('click', async () => {
    button.disabled = true
    const tell = (done: number) => void (status.textContent = say('filesOf', { done, total: files.length }))
    tell(0)
    // Else the browser may throw it away when room is scarce.
    void navigator.storage?.persist?.()
    try {
      const fresh = await fetchPlan(scope)
      await keepGroups(scope, { plan: fresh, groups: [group], onProgress: tell })
      status.textContent = say('isKept')
      button.remove()
    }
    catch {
      status.textContent = say('keptSome', { files: status.textContent ?? '' })
      button.disabled = false
    }
  })
  return button
}

/** A size that runs to the right in the words of any language. */
function megabytes(bytes: number): string {
  const size = bytes < 950_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
  return `\u2066${size}\u2069`
}
