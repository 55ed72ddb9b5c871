import { reactive } from 'vue'

/** What Slidev tells of a slide that is saved, by its number in the whole course. */
interface SavedNote {
  no: number
  note?: string
  noteHTML?: string
}

/** Shows notes that are edited while the presenter view is open. */
export function showEditedNotes(): void {
  const show = ({ no, note, noteHTML }: SavedNote) => {
    const { places = [], slides } = globalThis.__docent ?? { slides: [] }
    const slide = slides[places.indexOf(no)]?.meta.slide
    if (slide)
      Object.assign(reactive(slide), { note, noteHTML })
  }
  import.meta.hot?.on('slidev:update-note', show)
  import.meta.hot?.on('slidev:update-slide', ({ no, data: { note, noteHTML } }) => show({ no, note, noteHTML }))
}
