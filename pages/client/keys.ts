/** Where keys write. */
const WRITING = 'input:not([type="checkbox"], [type="range"]), textarea, select, [contenteditable]'

/**
 * Keys that work anywhere on the page, save where somebody writes; a switch turns them off.
 * @param enabled the switch
 */
export function setUpKeys(enabled: HTMLInputElement, actions: Record<string, () => void>): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if (!enabled.checked || event.ctrlKey || event.metaKey || event.altKey || target.matches(WRITING))
      return
    const action = actions[event.key]
    if (action) {
      event.preventDefault()
      action()
    }
  })
}
