import { stageViews } from '../stage-settings.ts'

interface StageView {
  /** Goes to the next view. */
  next: () => void
  swap: () => void
  toggleFull: () => void
}

/** Lets the reader choose how video, slide and text are laid out. */
export function setUpView(stage: HTMLElement): StageView {
  const page = document.querySelector<HTMLElement>('.lecture-page')!
  const select = stage.querySelector<HTMLSelectElement>('[data-view]')!
  const swapButton = stage.querySelector<HTMLElement>('[data-swap]')
  const fullButton = stage.querySelector<HTMLElement>('[data-full]')!
  const isFull = () => document.fullscreenElement === stage || stage.classList.contains('is-full')
  const lay = () => {
    const view = select.value
    page.dataset.view = view
    stage.classList.toggle('is-wide', view === 'theatre' || view === 'both' || isFull())
    stage.classList.toggle('is-theatre', view === 'theatre')
    if (swapButton)
      swapButton.ariaPressed = String('swapped' in page.dataset)
    fullButton.ariaPressed = String(isFull())
  }
  const swap = () => {
    if (!swapButton)
      return
    if ('swapped' in page.dataset)
      delete page.dataset.swapped
    else
      page.dataset.swapped = ''
    lay()
  }
  const fillWindow = (on: boolean) => {
    stage.classList.toggle('is-full', on)
    lay()
  }
  const toggleFull = async () => {
    if (document.fullscreenElement)
      await document.exitFullscreen()
    else if (stage.classList.contains('is-full'))
      fillWindow(false)
    else
      // Phones show no more than a video in full screen; the whole window is near to that.
      await (stage.requestFullscreen?.() ?? Promise.reject(new Error('no full screen'))).catch(() => fillWindow(true))
  }
  select.addEventListener('change', lay)
  swapButton?.addEventListener('click', swap)
  fullButton.addEventListener('click', () => void toggleFull())
  document.addEventListener('fullscreenchange', lay)
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && stage.classList.contains('is-full'))
      fillWindow(false)
  })
  lay()
  return {
    next() {
      select.selectedIndex = (select.selectedIndex + 1) % stageViews.length
      lay()
    },
    swap,
    toggleFull: () => void toggleFull(),
  }
}
