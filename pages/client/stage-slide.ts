import type { DeckPlace } from '../../src/shared/companion-messages.ts'
import type { LiveSlide } from './live-slide.ts'
import { lightItems } from './lit-items.ts'
import { openLiveSlide } from './live-slide.ts'
import { showSlideOf } from './slides.ts'
import { showStep } from './steps.ts'

/** The slide beside a recording: frozen at the step at hand, or live where the reader asks for that. */
interface StageSlide {
  show: (place: DeckPlace) => void
}

/**
 * Sets the slide beside a recording up.
 * @param slides ids of the slides by number, from 1
 * @param onMove called where the reader goes to another slide or step in the live deck
 */
export function openStageSlide(
  stage: HTMLElement,
  slides: readonly string[],
  onMove: (place: DeckPlace) => void,
): StageSlide {
  const place = stage.querySelector<HTMLElement>('.stage-slide')!
  const frozen = place.querySelector<HTMLElement>('.frozen')!
  const toggle = stage.querySelector<HTMLInputElement>('[data-live]')!
  let wanted: DeckPlace = { number: 1, click: 0 }
  let live: LiveSlide | undefined
  toggle.addEventListener('change', () => {
    place.classList.toggle('is-live', toggle.checked)
    if (toggle.checked && !live) {
      live = openLiveSlide(place, wanted, slides, (moved) => {
        wanted = moved
        onMove(moved)
      })
    }
    show(wanted)
  })
  return { show }

  function show(next: DeckPlace): void {
    wanted = next
    if (toggle.checked)
      live?.show(next)
    else
      void freeze(next)
  }

  async function freeze({ number, click }: DeckPlace): Promise<void> {
    const id = slides[number - 1]!
    const name = click ? `${id}.${click}` : id
    if (frozen.dataset.shown === name)
      return
    frozen.dataset.shown = name
    try {
      await showStep(frozen, { number, click })
      await lightItems(frozen.shadowRoot, { number, click })
    }
    catch {
      // The page has its last step.
      showSlideOf(document.getElementById(id)?.querySelector('.frozen'), frozen)
      delete frozen.dataset.shown
    }
    // The text of the page says it; who uses keys passes it by.
    for (const link of frozen.shadowRoot?.querySelectorAll<HTMLElement>('a[href]') ?? [])
      link.tabIndex = -1
  }
}
