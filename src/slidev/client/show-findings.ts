import type { ShownFindings } from '../../shared/authoring-events.ts'
import { useNav } from '@slidev/client'
import { onMounted, ref, watchEffect } from 'vue'
import { FINDINGS_EVENT } from '../../shared/authoring-events.ts'

const STYLE = `
.docent-findings { position: fixed; z-index: 90; inset: auto auto 0 0; max-width: min(36rem, 100%); margin: 0;
  padding: .5rem .75rem .5rem 1.75rem; font: 13px/1.4 system-ui, sans-serif; color: #3d2f00; background: #ffefb8;
  border-radius: 0 .5rem 0 0; list-style: disc; max-height: 40vh; overflow: auto }
`

/** Shows in a corner, while a course is written, what a check says of the slide at hand; nothing in a built deck. */
export function showFindings(): void {
  // Vite looks for these very words.
  const hot = import.meta.hot
  if (!hot)
    return
  const { currentSlideNo, isPrintMode } = useNav()
  const findings = ref<ShownFindings['slides']>({})
  hot.on(FINDINGS_EVENT, ({ slides }: ShownFindings) => findings.value = slides)
  onMounted(() => {
    if (isPrintMode.value || new URLSearchParams(location.search).has('print'))
      return
    const list = Object.assign(document.createElement('ul'), { className: 'docent-findings', hidden: true })
    list.setAttribute('aria-label', 'What a check says of this slide')
    document.body.append(Object.assign(document.createElement('style'), { textContent: STYLE }), list)
    watchEffect(() => {
      const texts = findings.value[currentSlideNo.value] ?? []
      list.hidden = !texts.length
      list.replaceChildren(...texts.map(text => Object.assign(document.createElement('li'), { textContent: text })))
    })
  })
}
