/** What keys do in a presenter view; clickers send some of the same. */
export const presenterKeys = [
  { keys: ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'], does: 'next' },
  { keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'], does: 'previous' },
  { keys: ['b', '.'], does: 'black' },
  { keys: ['w', ','], does: 'white' },
  { keys: ['f'], does: 'freeze' },
  { keys: ['p'], does: 'pause' },
  { keys: ['m'], does: 'mark' },
  { keys: ['o', 'g'], does: 'overview' },
  { keys: ['l'], does: 'laser' },
  { keys: ['s'], does: 'spot' },
  { keys: ['z'], does: 'zoom' },
  { keys: ['x'], does: 'swap' },
  { keys: ['d'], does: 'draw' },
  { keys: ['n'], does: 'blank-page' },
  { keys: ['e'], does: 'eraser' },
  { keys: ['u'], does: 'undo' },
  { keys: ['t'], does: 'on-time' },
  { keys: ['v'], does: 'vote' },
  { keys: ['+'], does: 'larger' },
  { keys: ['-'], does: 'smaller' },
  { keys: ['Escape'], does: 'clear' },
  { keys: ['?'], does: 'help' },
] as const

export type PresenterDeed = typeof presenterKeys[number]['does']

/** What a key does; nothing where somebody writes, or holds another key. */
export function deedOf({ key, target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): PresenterDeed | undefined {
  const element = target as HTMLElement
  const isWriting = element.matches('input, textarea, select')
  const isPressing = element.matches('button, a') && (key === 'Enter' || key === ' ')
  if (ctrlKey || metaKey || altKey || isWriting || isPressing)
    return
  if (shiftKey && key.startsWith('Arrow'))
    return
  const wanted = key.length === 1 ? key.toLowerCase() : key
  return presenterKeys.find(({ keys }) => (keys as readonly string[]).includes(wanted))?.does
}
