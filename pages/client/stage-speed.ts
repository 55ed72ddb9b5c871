import type { Player } from './player.ts'
import { speeds } from '../stage-settings.ts'
import { keepText, keptText } from './kept-settings.ts'

const SPEED = 'docent speed'

/**
 * Lets the reader choose how fast a recording plays, and remembers it.
 * @returns goes so many speeds further
 */
export function setUpSpeed(stage: HTMLElement, player: Player): (by: 1 | -1) => void {
  const select = stage.querySelector<HTMLSelectElement>('[data-speed]')
  if (!select)
    return () => undefined
  const kept = speeds.find(speed => String(speed) === keptText(SPEED))
  if (kept) {
    select.value = String(kept)
    player.setSpeed(kept)
  }
  const choose = () => {
    player.setSpeed(Number(select.value))
    keepText(SPEED, select.value === '1' ? undefined : select.value)
  }
  select.addEventListener('change', choose)
  return (by) => {
    select.selectedIndex = Math.max(0, Math.min(speeds.length - 1, select.selectedIndex + by))
    choose()
  }
}
