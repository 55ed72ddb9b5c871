import { defineRootSetup } from '@slidev/types'
import { announceSlides } from '../src/slidev/client/announce.ts'
import { showEditedNotes } from '../src/slidev/client/edited-notes.ts'
import { followCompanion } from '../src/slidev/client/follow-companion.ts'
import { followTalk } from '../src/slidev/client/follow-talk.ts'
import { joinPresenter } from '../src/slidev/client/join-presenter.ts'
import { keepPlace } from '../src/slidev/client/keep-place.ts'
import { printSteps } from '../src/slidev/client/print-steps.ts'
import { showFindings } from '../src/slidev/client/show-findings.ts'
import { startTimer } from '../src/slidev/client/start-timer.ts'

/** What every deck does besides showing slides. */
export default defineRootSetup(() => {
  announceSlides()
  followCompanion()
  followTalk()
  joinPresenter()
  startTimer()
  showEditedNotes()
  keepPlace()
  printSteps()
  showFindings()
})
