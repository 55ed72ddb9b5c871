/** What keys do in a presenter view; clickers send some of the same. */
export const presenterKeys = [
  { keys: ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'], does: 'next', words: 'Next step' },
  { keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'], does: 'previous', words: 'Step back' },
  { keys: ['b', '.'], does: 'black', words: 'Black wall, and back' },
  { keys: ['w', ','], does: 'white', words: 'White wall, and back' },
  { keys: ['f'], does: 'freeze', words: 'Freeze the wall and walk on alone, and back' },
  { keys: ['p'], does: 'pause', words: 'Pause the clock, and go on' },
  { keys: ['m'], does: 'mark', words: 'Mark this moment' },
  { keys: ['o', 'g'], does: 'overview', words: 'All slides; jump by title or number' },
  { keys: ['l'], does: 'laser', words: 'Point at the slide on the wall' },
  { keys: ['s'], does: 'spot', words: 'Light only a part of the wall' },
  { keys: ['z'], does: 'zoom', words: 'Zoom to the pointer (drag, wheel, + −, Shift and arrows), and back' },
  { keys: ['d'], does: 'draw', words: 'Draw on the slide, and stop' },
  { keys: ['n'], does: 'blank-page', words: 'A blank page; the next step leads back to the slide' },
  { keys: ['e'], does: 'eraser', words: 'Eraser, and back to the pen' },
  { keys: ['u'], does: 'undo', words: 'Undo what was drawn or erased' },
  { keys: ['t'], does: 'on-time', words: 'Leave out optional slides to end on time, and back' },
  { keys: ['v'], does: 'vote', words: 'Open the vote of the slide; close, show, answer' },
  { keys: ['+'], does: 'larger', words: 'Larger notes' },
  { keys: ['-'], does: 'smaller', words: 'Smaller notes' },
  { keys: ['Escape'], does: 'clear', words: 'Clear the wall: no black, no pointer, no zoom, no blank page, no break' },
  { keys: ['?'], does: 'help', words: 'This page' },
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
