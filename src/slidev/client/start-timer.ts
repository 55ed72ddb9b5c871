import { sharedState, useNav } from '@slidev/client'
import { watch } from 'vue'

/** Starts the presenter's timer with the first step of a talk, where nobody has started it. */
export function startTimer(): void {
  const { isPresenter, isPrintMode, currentSlideNo, clicks } = useNav()
  if (isPrintMode.value)
    return
  watch([currentSlideNo, clicks], ([number, click], [from]) => {
    const isStep = from === 1 && (number === 2 || (number === 1 && click === 1))
    if (isPresenter.value && isStep && sharedState.timer.status === 'stopped')
      Object.assign(sharedState.timer, { status: 'running', startedAt: Date.now() })
  })
}
