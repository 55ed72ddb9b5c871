/** Where keys write. */
const WRITING = 'input:not([type="checkbox"], [type="range"]), textarea, select, [contenteditable]'

/** What a key does, as its reader is told, and its deed. */
export type KeyActions = Record<string, readonly [does: string, deed: () => void]>

/**
 * Keys that work anywhere on the page, save where somebody writes; a switch turns them off.
 * @param enabled the switch, beside a list of the keys
 */
export function setUpKeys(enabled: HTMLInputElement, actions: KeyActions): void {
  const list = enabled.closest('details')!.querySelector('dl')!
  for (const [key, [does]] of Object.entries(actions)) {
    const name = Object.assign(document.createElement('kbd'), { textContent: key })
    const term = document.createElement('dt')
    term.append(name)
    list.append(term, Object.assign(document.createElement('dd'), { textContent: does }))
  }
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if (!enabled.checked || event.ctrlKey || event.metaKey || event.altKey || target.matches(WRITING))
      return
    const action = actions[event.key]
    if (action) {
      event.preventDefault()
      action[1]()
    }
  })
}
